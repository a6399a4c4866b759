package id.lumbung.registry.admission;

import id.lumbung.registry.IncomingRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A source record, opened. */
public record AdmittedRecord(UUID id, Instant receivedAt, IncomingRecord content) {
    /** Strongest kind first, of one kind the latest first. */
    public static final Comparator<AdmittedRecord> PRECEDENCE = Comparator.<AdmittedRecord>comparingInt(
                    record -> record.content().kind().strength())
            .thenComparing(record -> record.content().receivedOn())
            .thenComparing(AdmittedRecord::receivedAt)
            .thenComparing(AdmittedRecord::id)
            .reversed();
}
