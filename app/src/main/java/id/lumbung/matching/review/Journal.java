package id.lumbung.matching.review;

import id.lumbung.matching.pair.Pair;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal of judgements, which only grows: what was taken back stands there with what it took back. */
@Component
public class Journal {
    private static final String ADD = """
            insert into matching.judgement (id, act, pair, region_code, other_region_code, verdict, kind, business, seconds, why, at,
                                            by)
            values (:id, :act, :pair, :regionCode, :otherRegionCode, :verdict, :kind, :business, :seconds, :why, :at, :by)
            """;
    private static final String COLUMNS = """
            select j.id, j.act, j.pair, j.verdict, j.kind, j.business, j.seconds, j.why, j.at, j.by
              from matching.judgement j
            """;
    private static final String STANDING = COLUMNS + """
             where j.pair = :pair
               and j.kind <> 'TAKEN_BACK'
               and not exists (select 1 from matching.judgement t where t.act = j.act and t.kind = 'TAKEN_BACK')
             order by j.at, j.id
            """;
    private static final String OF_PAIR = COLUMNS + " where j.pair = :pair order by j.at, j.id limit 200";
    private static final String OF_ACT = COLUMNS + " where j.act = :act order by j.at, j.id limit 1000";
    private static final String NEWEST = """
            select j.act, min(j.pair::text)::uuid as pair, count(*) as pairs, min(j.verdict) as verdict, min(j.kind) as kind,
                   min(j.why) as why, min(j.at) as at, min(j.by::text)::uuid as by,
                   exists (select 1 from matching.judgement t where t.act = j.act and t.kind = 'TAKEN_BACK') as taken_back
              from matching.judgement j
             where j.kind <> 'TAKEN_BACK'
               and (cast(:before as timestamptz) is null or j.at < :before)
             group by j.act
             order by min(j.at) desc, j.act desc
             limit :limit
            """;
    private static final String AGREEMENT = """
            with standing as (
                 select j.pair, j.verdict, j.kind
                   from matching.judgement j
                  where j.kind in ('FIRST', 'SECOND')
                    and j.verdict <> 'UNSURE'
                    and not exists (select 1 from matching.judgement t where t.act = j.act and t.kind = 'TAKEN_BACK'))
            select count(*) as pairs,
                   count(*) filter (where f.verdict = s.verdict) as agreed,
                   count(*) filter (where f.verdict = 'SAME') as first_same,
                   count(*) filter (where s.verdict = 'SAME') as second_same
              from standing f
              join standing s on s.pair = f.pair and s.kind = 'SECOND'
             where f.kind = 'FIRST'
            """;
    private static final String PACE = """
            select count(*) as judged, percentile_cont(0.5) within group (order by seconds) as seconds
              from matching.judgement
             where by = :by
               and at >= :since
               and kind in ('FIRST', 'SECOND', 'THIRD')
            """;

    private final JdbcClient database;
    private final Clock clock;

    Journal(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One decision as a line: of one pair or of several at once. */
    public record Act(
            UUID act,
            UUID pair,
            int pairs,
            Verdict verdict,
            Judgement.Kind kind,
            @Nullable String why,
            Instant at,
            UUID by,
            boolean takenBack) {}

    /** How many a person judged, and half of them within so many seconds; null when none was timed. */
    public record Pace(int judged, @Nullable Double seconds) {}

    Instant add(
            Pair pair, UUID act, Verdict verdict, Judgement.Kind kind, @Nullable Integer seconds, String why, UUID by) {
        Instant at = clock.instant();
        database.sql(ADD)
                .param("id", Ids.next())
                .param("act", act)
                .param("pair", pair.id())
                .param("regionCode", pair.regionCode())
                .param("otherRegionCode", pair.otherRegionCode())
                .param("verdict", verdict.name())
                .param("kind", kind.name())
                .param("business", (float) pair.business())
                .param("seconds", seconds)
                .param("why", why.isBlank() ? null : why.strip())
                .param("at", Sql.at(at))
                .param("by", by)
                .update();
        return at;
    }

    /** Judgements of a pair that were not taken back, the oldest first. */
    public List<Judgement> standing(UUID pair) {
        return database.sql(STANDING).param("pair", pair).query(Journal::read).list();
    }

    public List<Judgement> ofPair(UUID pair) {
        return database.sql(OF_PAIR).param("pair", pair).query(Journal::read).list();
    }

    List<Judgement> ofAct(UUID act) {
        return database.sql(OF_ACT).param("act", act).query(Journal::read).list();
    }

    public List<Act> newest(@Nullable Instant before, int limit) {
        return database.sql(NEWEST)
                .param("before", before == null ? null : Sql.at(before))
                .param("limit", limit)
                .query((row, number) -> new Act(
                        Sql.uuid(row, "act"),
                        Sql.uuid(row, "pair"),
                        row.getInt("pairs"),
                        Verdict.valueOf(row.getString("verdict")),
                        Judgement.Kind.valueOf(row.getString("kind")),
                        row.getString("why"),
                        Sql.instant(row, "at"),
                        Sql.uuid(row, "by"),
                        row.getBoolean("taken_back")))
                .list();
    }

    /** How far two people agree who judged the same pair without knowing of each other. */
    public Agreement agreement() {
        return database.sql(AGREEMENT)
                .query((row, number) -> new Agreement(
                        row.getInt("pairs"), row.getInt("agreed"), row.getInt("first_same"), row.getInt("second_same")))
                .single();
    }

    public Pace pace(UUID person, Instant since) {
        return database.sql(PACE)
                .param("by", person)
                .param("since", Sql.at(since))
                .query((row, number) -> new Pace(row.getInt("judged"), row.getObject("seconds", Double.class)))
                .single();
    }

    private static Judgement read(ResultSet row, int number) throws SQLException {
        return new Judgement(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "act"),
                Sql.uuid(row, "pair"),
                Verdict.valueOf(row.getString("verdict")),
                Judgement.Kind.valueOf(row.getString("kind")),
                row.getDouble("business"),
                row.getObject("seconds", Integer.class),
                row.getString("why"),
                Sql.instant(row, "at"),
                Sql.uuid(row, "by"));
    }
}
