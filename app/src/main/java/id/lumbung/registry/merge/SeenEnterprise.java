package id.lumbung.registry.merge;

import id.lumbung.registry.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise in the version in which somebody judged it.
 *
 * @param version null when it does not matter whether it has changed meanwhile
 */
public record SeenEnterprise(
        EnterpriseId enterprise, @Nullable Integer version) {}
