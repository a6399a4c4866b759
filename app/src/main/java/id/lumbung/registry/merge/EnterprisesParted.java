package id.lumbung.registry.merge;

import id.lumbung.registry.EnterpriseId;
import java.time.Instant;

/** An enterprise that was part of another stands by itself again, with whatever was part of it. */
public record EnterprisesParted(EnterpriseId remaining, EnterpriseId parted, Instant at) {}
