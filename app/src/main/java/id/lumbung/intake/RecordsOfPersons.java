package id.lumbung.intake;

import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import id.lumbung.registry.Nik;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lists that came in hold of a person. A row without her whole NIK is nobody's for certain and is not found. */
@Component
public class RecordsOfPersons {
    private static final int MOST = 500;
    private static final String ROWS = """
            select f.name as file, l.sheet_name, r.line, l.entered_at, r.owner_name, r.business_name, r.address, r.activity
              from intake.list_record r
              join intake.list l on l.id = r.list
              join intake.file f on f.id = l.file
             where r.nik_fingerprint in (:fingerprints)
             order by l.entered_at, r.line
             limit :most
            """;

    private final JdbcClient database;
    private final Vault vault;

    RecordsOfPersons(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** One row of a list; {@code sheet} is empty in a file of text, {@code line} counts from one. */
    public record Row(
            String file,
            String sheet,
            int line,
            Instant enteredAt,
            @Nullable String owner,
            @Nullable String business,
            @Nullable String address,
            @Nullable String activity) {
        @Override
        public String toString() {
            return "Row[line " + line + "]";
        }
    }

    /** As far as the current sight goes. */
    @Transactional(readOnly = true)
    public List<Row> of(Nik nik) {
        return database.sql(ROWS)
                .param("fingerprints", vault.fingerprints("nik", nik.value()))
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getString("file"),
                        row.getString("sheet_name"),
                        row.getInt("line"),
                        Sql.instant(row, "entered_at"),
                        row.getString("owner_name"),
                        row.getString("business_name"),
                        row.getString("address"),
                        row.getString("activity")))
                .list();
    }
}
