package id.lumbung.privacy.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dated list of purposes. */
@Component
class Purposes {
    private static final String IN_FORCE = """
            select distinct on (code) code, basis, source, position, title_id, title_en, sentence_id, sentence_en
              from privacy.purpose
             where valid_from <= :on and (valid_to is null or valid_to >= :on)
             order by code, valid_from desc
            """;

    private final JdbcClient database;

    Purposes(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public List<Purpose> inForce(LocalDate on) {
        return database.sql("select * from (" + IN_FORCE + ") p order by position, code limit 100")
                .param("on", on)
                .query((row, number) -> new Purpose(
                        row.getString("code"),
                        row.getString("basis").equals("CONSENT"),
                        row.getString("source"),
                        new Purpose.Words(row.getString("title_id"), row.getString("title_en")),
                        new Purpose.Words(row.getString("sentence_id"), row.getString("sentence_en"))))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Purpose> needingConsent(String code, LocalDate on) {
        return inForce(on).stream()
                .filter(purpose -> purpose.needsConsent() && purpose.code().equals(code))
                .findFirst();
    }
}
