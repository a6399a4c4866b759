package id.lumbung.registry;

import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.record;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.platform.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataAtRestTest {
    @Autowired
    private Registry registry;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void no_nik_family_card_number_telephone_email_or_npwp_lies_in_clear_in_any_column(CapturedOutput output) {
        Nik nik = aNik();
        FamilyCardNumber kk = new FamilyCardNumber("3507990202100777");
        Phone phone = aPhone();
        String email = "ditanam-untuk-diuji@contoh.id";
        String npwp = "091234567890000";
        OwnerFacts owner =
                new OwnerFacts("Nama", nik, null, kk, null, null, null, null, null, phone, email, null, false);
        BusinessFacts plain = business("Usaha", KEPANJEN);
        BusinessFacts business = new BusinessFacts(
                plain.name(),
                false,
                KEPANJEN,
                "35.07.13",
                null,
                null,
                null,
                null,
                null,
                "INDIVIDUAL",
                "OWN",
                "x",
                List.of(),
                plain.sectors(),
                npwp);

        Sight.system("a test", () -> {
            registry.admit(record(SourceKind.APPLICATION, RegistryFixtures.RECEIVED, owner, business), null);
            registry.findKnown(new KnownQuery(nik, "Nama", phone, "Usaha", KEPANJEN));
        });

        List<String> planted = List.of(nik.value(), kk.value(), phone.e164().substring(3), email, npwp);
        List<String> found =
                Sight.<List<String>>system("a test", () -> transaction.execute(status -> whereIs(planted)));
        assertThat(found).isEmpty();
        assertThat(planted).noneMatch(text -> output.getAll().contains(text));
    }

    /** Every column of every table of the application, text or bytes, searched for each of the texts. */
    private List<String> whereIs(List<String> texts) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : database.sql("""
                        select table_schema, table_name, column_name, data_type from information_schema.columns
                         where table_schema in ('registry', 'platform', 'identity')
                           and data_type in ('text', 'bytea', 'character varying', 'jsonb', 'json')
                        """).query().listOfRows()) {
            String name = column.get("column_name").toString();
            String table = column.get("table_schema") + "." + column.get("table_name");
            String text = column.get("data_type").equals("bytea") ? "encode(" + name + ", 'escape')" : name + "::text";
            for (String wanted : texts) {
                long hits = database.sql("select count(*) from " + table + " where strpos(" + text + ", :wanted) > 0")
                        .param("wanted", wanted)
                        .query(Long.class)
                        .single();
                if (hits > 0) {
                    found.add(table + "." + name);
                }
            }
        }
        return found;
    }
}
