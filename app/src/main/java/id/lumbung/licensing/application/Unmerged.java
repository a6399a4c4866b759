package id.lumbung.licensing.application;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers that came too late to be saved, sealed and kept until somebody has compared them. */
@Component
class Unmerged {
    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Unmerged(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    UUID keep(Case of, Answers mine, UUID by) {
        UUID id = Ids.next();
        database.sql("""
                        insert into licensing.application_unmerged (id, application, region_code, answers, typed_by, typed_at)
                        values (:id, :application, :kecamatan, :answers, :by, :at)
                        """)
                .param("id", id)
                .param("application", of.id())
                .param("kecamatan", of.kecamatan())
                .param("answers", vault.sealText(mine.json(), context(id)))
                .param("by", by)
                .param("at", Sql.at(clock.instant()))
                .update();
        return id;
    }

    /** Only who typed them gets them back. */
    @Transactional(readOnly = true)
    Optional<Answers> find(UUID application, UUID id, UUID by) {
        return database.sql("""
                        select answers from licensing.application_unmerged
                         where id = :id and application = :application and typed_by = :by
                        """)
                .param("id", id)
                .param("application", application)
                .param("by", by)
                .query(byte[].class)
                .optional()
                .map(bytes -> Answers.read(vault.openText(bytes, context(id))));
    }

    private static String context(UUID id) {
        return "licensing.application.unmerged:" + id;
    }
}
