package id.lumbung.registry;

import java.time.Instant;

/** A record was admitted: an enterprise is new, or became known from one more source. */
public record EnterpriseRegistered(
        EnterpriseId enterprise,
        String number,
        String regionCode,
        SourceKind kind,
        String origin,
        boolean isNew,
        Instant at) {}
