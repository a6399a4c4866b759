package id.lumbung.registry.merge;

import id.lumbung.registry.EnterpriseId;
import java.time.Instant;

/** An enterprise became part of another. */
public record EnterprisesMerged(EnterpriseId survivor, EnterpriseId merged, Instant at) {}
