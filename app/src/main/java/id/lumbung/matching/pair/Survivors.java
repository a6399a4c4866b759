package id.lumbung.matching.pair;

import id.lumbung.platform.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which enterprise one is part of, now that some were merged. */
@Component
class Survivors {
    private final JdbcClient database;

    Survivors(JdbcClient database) {
        this.database = database;
    }

    /** Each of these with the enterprise it is part of, which is itself unless it was merged into another. */
    Map<UUID, UUID> of(Collection<UUID> enterprises) {
        Map<UUID, UUID> found = new HashMap<>();
        if (!enterprises.isEmpty()) {
            database.sql(
                            "select id, coalesce(merged_into, id) as survivor from registry.pub_enterprise where id in (:ids)")
                    .param("ids", enterprises)
                    .query(row -> {
                        found.put(Sql.uuid(row, "id"), Sql.uuid(row, "survivor"));
                    });
        }
        return found;
    }
}
