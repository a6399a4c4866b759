package id.lumbung.matching.pair;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many pairs stand how, as far as the sight goes. */
@Component
public class MatchCounts {
    private static final String COUNT = """
            select count(*) filter (where state = 'OPEN') as open,
                   count(*) filter (where state = 'LINKED') as linked,
                   count(*) filter (where state = 'UNSURE') as unsure,
                   count(*) filter (where state = 'DISPUTED') as disputed,
                   (select count(*) from matching.record where seq is null and gone_at is null) as to_compare
              from matching.pair
            """;

    private static final int MOST = 1_000;
    private static final String WAITING = """
            select count(*) from (select 1 from matching.pair where state in ('OPEN', 'DISPUTED') limit :most) as waiting
            """;

    private final JdbcClient database;

    MatchCounts(JdbcClient database) {
        this.database = database;
    }

    /** @param toCompare records that have entered and are still to be compared */
    public record Counts(long open, long linked, long unsure, long disputed, long toCompare) {}

    public Counts now() {
        return database.sql(COUNT)
                .query((row, number) -> new Counts(
                        row.getLong("open"),
                        row.getLong("linked"),
                        row.getLong("unsure"),
                        row.getLong("disputed"),
                        row.getLong("to_compare")))
                .single();
    }

    /** How many wait for a judgement; {@link #isMany} when so many that nobody counts on. */
    public long waiting() {
        return database.sql(WAITING).param("most", MOST + 1).query(Long.class).single();
    }

    public static boolean isMany(long waiting) {
        return waiting > MOST;
    }
}
