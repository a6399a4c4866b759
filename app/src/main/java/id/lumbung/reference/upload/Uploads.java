package id.lumbung.reference.upload;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps an uploaded file between its dry run and the moment somebody says "apply". */
@Component
public class Uploads {

    /** A file that waits for its application. */
    public record Upload(UUID id, String fileName, byte[] content) {}

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Uploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Upload keep(String part, String fileName, byte[] content) {
        jdbc.sql("delete from reference.upload where at < :before")
                .param("before", Sql.at(clock.instant().minus(KEPT)))
                .update();
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into reference.upload (id, part, file_name, content, at) values (:id, :part, :name, :content, :at)")
                .param("id", id)
                .param("part", part)
                .param("name", fileName)
                .param("content", content)
                .param("at", Sql.at(clock.instant()))
                .update();
        return new Upload(id, fileName, content);
    }

    public Optional<Upload> find(String part, UUID id) {
        return jdbc.sql("select id, file_name, content from reference.upload where part = :part and id = :id")
                .param("part", part)
                .param("id", id)
                .query((row, n) -> new Upload(Sql.uuid(row, "id"), row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    public void drop(UUID id) {
        jdbc.sql("delete from reference.upload where id = :id").param("id", id).update();
    }
}
