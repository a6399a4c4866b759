package id.lumbung.reference;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.page.Visitor;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who changed which part of the reference data. Append-only. */
@Component
public class Changes {

    private static final String NEWEST = """
            select part, what, args, actor, at
              from reference.change
             where (cast(:part as text) = '' or part = :part)
             order by at desc, id desc
             limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<Visitor> visitor;

    public Changes(JdbcClient jdbc, Clock clock, ObjectProvider<Visitor> visitor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.visitor = visitor;
    }

    /** The name of who is at the screen; "sistem" where nobody is. */
    public String actor() {
        Visitor looking = visitor.getIfAvailable();
        return looking == null ? "sistem" : looking.name().orElse("sistem");
    }

    public void record(String part, String sentenceKey, Object... args) {
        jdbc.sql("""
                        insert into reference.change (id, part, what, args, actor, at)
                        values (:id, :part, :what, :args, :actor, :at)
                        """)
                .param("id", Ids.next())
                .param("part", part)
                .param("what", sentenceKey)
                .param("args", Arrays.stream(args).map(String::valueOf).toArray(String[]::new))
                .param("actor", actor())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    /** The newest changes of a part, of all parts for the empty string. */
    public List<ReferenceChange> newest(String part, int limit) {
        return jdbc.sql(NEWEST)
                .param("part", part)
                .param("limit", limit)
                .query((row, n) -> new ReferenceChange(
                        row.getString("part"),
                        row.getString("what"),
                        strings(row.getArray("args")),
                        row.getString("actor"),
                        Sql.instant(row, "at")))
                .list();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
