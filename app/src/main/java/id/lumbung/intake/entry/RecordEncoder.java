package id.lumbung.intake.entry;

import id.lumbung.platform.Ids;
import id.lumbung.platform.key.Vault;
import java.util.List;
import java.util.UUID;

/** Seals rows and writes them in the form in which they are copied into the database. */
final class RecordEncoder {
    static final String SEALED = "intake.list_record";
    static final String ROW = "intake.row";
    /** Those that {@link Entering} copies, in their order. */
    private static final int FIELDS = 28;

    private final Vault vault;
    private final UUID list;
    private final CopyBuffer buffer = new CopyBuffer();

    RecordEncoder(Vault vault, UUID list) {
        this.vault = vault;
        this.list = list;
    }

    byte[] encode(List<ReadyRow> rows) {
        Vault.Bulk keys = vault.bulk();
        UUID next = Ids.next();
        for (ReadyRow row : rows) {
            encode(next, row, keys);
            next = new UUID(next.getMostSignificantBits(), next.getLeastSignificantBits() + 1);
        }
        return buffer.taken();
    }

    /** Identifiers of a batch follow each other: they are made of chance once. */
    private void encode(UUID id, ReadyRow row, Vault.Bulk keys) {
        Payload payload = row.payload();
        String text = payload.text();
        buffer.row(FIELDS);
        buffer.uuid(id);
        buffer.uuid(list);
        buffer.text(row.region());
        buffer.intOrNone(row.line());
        for (String one : row.texts()) {
            buffer.text(one);
        }
        buffer.date(row.birthDate());
        buffer.doubleOrNone(row.latitude());
        buffer.doubleOrNone(row.longitude());
        buffer.intOrNone(row.startYear());
        buffer.text(row.measured());
        buffer.text(row.notes());
        buffer.bytes(payload.nik().isEmpty() ? null : keys.fingerprint("nik", payload.nik()));
        buffer.bytes(payload.phone().isEmpty() ? null : keys.fingerprint("phone", payload.phone()));
        buffer.bytes(keys.fingerprint(ROW, Payload.rowOf(text)));
        buffer.bytes(keys.sealText(text, SEALED + ":" + id));
    }
}
