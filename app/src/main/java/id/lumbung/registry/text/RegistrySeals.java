package id.lumbung.registry.text;

import static id.lumbung.platform.key.SealedTable.byId;
import static id.lumbung.platform.key.SealedTable.of;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTable.Hashed;
import id.lumbung.platform.key.SealedTable.Key;
import id.lumbung.platform.key.SealedTables;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What the register keeps sealed, with the hashes by which it is found. */
@Component
public class RegistrySeals implements SealedTables {
    private static final List<Key> ID = List.of(new Key("id", "uuid"));

    @Override
    public List<SealedTable> tables() {
        return List.of(
                byId("registry.source_record", "payload", "registry.source_record.payload"),
                byId("registry.enterprise", "npwp_sealed", SealedTexts.NPWP),
                new SealedTable(
                        "registry.person",
                        ID,
                        List.of(),
                        List.of(
                                of("nik_sealed", "id", SealedTexts.NIK),
                                of("kk_sealed", "id", SealedTexts.FAMILY_CARD)),
                        List.of(
                                new Hashed("nik_fingerprint", "nik_sealed", row -> "nik", UnaryOperator.identity()),
                                new Hashed("kk_fingerprint", "kk_sealed", row -> "kk", UnaryOperator.identity()))),
                new SealedTable(
                        "registry.contact",
                        ID,
                        List.of("kind"),
                        List.of(of("sealed", "id", SealedTexts.CONTACT)),
                        List.of(new Hashed(
                                "fingerprint",
                                "sealed",
                                row -> "EMAIL".equals(row.get("kind")) ? "email" : "phone",
                                // telephone numbers are kept in their normal form, which this leaves as it is
                                SealedTexts::normal))));
    }
}
