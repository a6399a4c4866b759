package id.lumbung.intake.entry;

import static id.lumbung.platform.key.SealedTable.of;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTable.Hashed;
import id.lumbung.platform.key.SealedTable.Key;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** What intake keeps sealed, with the hashes by which it is found. */
@Component
public class IntakeSeals implements SealedTables {
    /** What the sealed part of a record is bound to, before its identifier. */
    public static final String RECORD = RecordEncoder.SEALED;

    @Override
    public List<SealedTable> tables() {
        return List.of(new SealedTable(
                "intake.list_record",
                List.of(new Key("id", "uuid")),
                List.of(),
                List.of(of("sealed", "id", RecordEncoder.SEALED)),
                List.of(
                        new Hashed(
                                "nik_fingerprint",
                                "sealed",
                                row -> "nik",
                                text -> Payload.read(text).nik()),
                        new Hashed(
                                "phone_fingerprint",
                                "sealed",
                                row -> "phone",
                                text -> Payload.read(text).phone()),
                        new Hashed("row_fingerprint", "sealed", row -> RecordEncoder.ROW, Payload::rowOf))));
    }
}
