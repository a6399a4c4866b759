package id.lumbung.registry.search;

import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enterprises as lines of a list, with their owners. */
@Component
public class EnterpriseLines {
    private static final String LINES = """
            select e.id, e.number, e.name, e.region_code,
                   coalesce((select string_agg(owner.name, ', ' order by owner.since, owner.name)
                               from (select min(p.name) as name, min(o.since) as since
                                       from registry.ownership o
                                       join registry.person p on p.id = o.person
                                      where o.enterprise = any (registry.pub_parts_of(e.id)) and o.until is null
                                      group by p.name_key) owner), '') as owners
              from registry.enterprise e
             where e.id in (:ids)
             order by e.name, e.id
            """;

    public record Line(EnterpriseId id, String number, String name, String regionCode, String owners) {}

    private final JdbcClient database;

    public EnterpriseLines(JdbcClient database) {
        this.database = database;
    }

    /** Those of these that are within sight. */
    public Map<UUID, Line> of(Collection<UUID> ids) {
        Map<UUID, Line> lines = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.sql(LINES).param("ids", ids).query(row -> {
                UUID id = Sql.uuid(row, "id");
                lines.put(
                        id,
                        new Line(
                                new EnterpriseId(id),
                                row.getString("number"),
                                row.getString("name"),
                                row.getString("region_code"),
                                row.getString("owners")));
            });
        }
        return lines;
    }
}
