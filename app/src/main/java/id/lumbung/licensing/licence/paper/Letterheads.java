package id.lumbung.licensing.licence.paper;

import id.lumbung.platform.Ids;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coat of arms that an administrator has given for printed papers; without one the head is text only. */
@Component
public class Letterheads {
    private static final String WHY = "the letterhead belongs to the whole regency";
    private static final String IN_FORCE = """
            select document
              from licensing.letterhead
             where region_code = :region
               and valid_from <= :day
             order by valid_from desc, made_at desc, id desc
             limit 1
            """;

    private static final String INSERT = """
            insert into licensing.letterhead (id, region_code, valid_from, document, media_type, made_at, made_by)
            values (:id, :region, :from, :document, :type, :at, :by)
            """;

    private final JdbcClient database;
    private final LumbungSettings settings;
    private final DocumentStore documents;
    private final Clock clock;

    public Letterheads(JdbcClient database, LumbungSettings settings, DocumentStore documents, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.documents = documents;
        this.clock = clock;
    }

    /** Papers made from today on carry this picture; older ones stay as they are. */
    @Transactional
    public void choose(byte[] picture, UUID by) {
        String type = Pictures.isPng(picture) ? "image/png" : "image/jpeg";
        Sight.system(WHY, () -> {
            database.sql(INSERT)
                    .param("id", Ids.next())
                    .param("region", settings.regency())
                    .param("from", LocalDate.now(clock))
                    .param("document", documents.put(picture))
                    .param("type", type)
                    .param("at", Sql.at(clock.instant()))
                    .param("by", by)
                    .update();
        });
    }

    /** The picture in use today, as an address to show it with. */
    @Transactional(readOnly = true)
    public @Nullable String shown() {
        return Pictures.inline(documents, coatOfArms(LocalDate.now(clock)));
    }

    /** Identifier of the picture in the document store. */
    @Transactional(readOnly = true)
    public @Nullable String coatOfArms(LocalDate day) {
        return Sight.system(
                "the letterhead belongs to the whole regency",
                () -> database.sql(IN_FORCE)
                        .param("region", settings.regency())
                        .param("day", day)
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }
}
