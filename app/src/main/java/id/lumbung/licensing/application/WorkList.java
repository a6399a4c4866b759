package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Grant;
import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom: asked of the regimes' steps, so that a changed regime changes the lists. */
@Component
class WorkList {
    static final int PAGE = 20;
    private static final Pattern AFTER = Pattern.compile("(\\d{1,18})_(\\d{1,9})_([0-9a-f-]{36})");

    private static final String COLUMNS = """
            select a.id, a.receipt, a.region_code, a.village_code, a.regime_code, a.regime_number, a.state, a.owner_name,
                   a.business_name, a.clock_phase, a.due_on, a.escalated_at, a.changed_at,
            """;

    /** Escalated and late cases first, then by deadline. */
    private static final String RANK = """
            case when a.escalated_at is not null then 0 when a.due_on < :today then 1 when a.due_on is not null then 2 else 3 end
            """;

    /** A step other than withdrawing that this person could take now, or a late case that is shown to this person. */
    private static final String WAITS = """
             where a.ended_at is null
               and a.submissions > 0
               and (exists (select 1
                             from licensing.regime_transition t
                             join unnest(cast(:roles as text[]), cast(:territories as text[])) as held (role, territory)
                               on held.role = any (t.roles)
                              and (a.region_code = held.territory or starts_with(a.region_code, held.territory || '.'))
                            where t.code = a.regime_code
                              and t.number = a.regime_number
                              and t.from_state = a.state
                              and t.effect <> 'WITHDRAW'
                              and not (t.second_person and :me = any (a.typed_by)))
                    or a.escalated_at is not null
                       and exists (select 1
                                     from licensing.regime_version r
                                     join unnest(cast(:roles as text[]), cast(:territories as text[]))
                                       as held (role, territory)
                                       on held.role = r.escalate_to
                                      and (a.region_code = held.territory
                                           or starts_with(a.region_code, held.territory || '.'))
                                    where r.code = a.regime_code
                                      and r.number = a.regime_number))
            """;

    private static final String WAITING =
            COLUMNS + RANK + " as rank from licensing.application a" + WAITS + """
               and (cast(:afterRank as int) is null
                    or (%1$s, coalesce(a.due_on, date '9999-12-31'), a.id)
                       > (:afterRank, cast(:afterDue as date), cast(:afterId as uuid)))
             order by rank, coalesce(a.due_on, date '9999-12-31'), a.id
             limit :limit
            """.formatted(RANK);

    private static final String DRAFTS = COLUMNS + """
                   0 as rank
              from licensing.application a
             where a.entered_by = :me
               and a.submissions = 0
               and a.ended_at is null
             order by a.changed_at desc, a.id desc
             limit :limit
            """;

    private static final String ALL = COLUMNS + """
                   0 as rank
              from licensing.application a
             where (cast(:state as text) is null or a.state = :state)
               and a.erased_at is null
               and (cast(:words as text) is null
                    or a.receipt = upper(:words)
                    or a.business_name ilike '%' || :escaped || '%'
                    or a.owner_name ilike '%' || :escaped || '%')
               and (cast(:afterAt as timestamptz) is null
                    or (a.changed_at, a.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
             order by a.changed_at desc, a.id desc
             limit :limit
            """;

    private static final String COUNTS = """
            select count(*) filter (where w.waits) as waiting,
                   count(*) filter (where w.submissions = 0 and w.ended_at is null and w.entered_by = :me) as drafts,
                   count(*) filter (where w.clock_phase = 'PAUSED' and w.ended_at is null) as returned,
                   count(*) filter (where w.due_on < :today and w.clock_phase = 'RUNNING') as late
              from (select a.*, a.id in (select a.id from licensing.application a %s) as waits
                      from licensing.application a
                     where a.ended_at is null) w
            """.formatted(WAITS);

    private final JdbcClient database;
    private final Clock clock;

    WorkList(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One line, not yet in the words of the reader. */
    record Line(
            UUID id,
            String receipt,
            Place place,
            String regimeCode,
            int regimeNumber,
            String state,
            String owner,
            String business,
            Timing timing) {
        record Place(String kecamatan, @Nullable String village) {}

        record Timing(
                CaseClock.Phase phase,
                @Nullable LocalDate due,
                @Nullable Instant escalatedAt,
                Instant changedAt,
                int rank) {}
    }

    record Counts(long waiting, long drafts, long returned, long late) {}

    /** Where the next page begins: after this line. */
    record After(int rank, LocalDate due, UUID id) {
        @Override
        public String toString() {
            return rank + "_" + due + "_" + id;
        }

        static @Nullable After read(@Nullable String text) {
            if (text == null || !text.matches("\\d_\\d{4}-\\d\\d-\\d\\d_[0-9a-f-]{36}")) {
                return null;
            }
            String[] parts = text.split("_", 3);
            return new After(Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), UUID.fromString(parts[2]));
        }

        static After of(Line line) {
            LocalDate due = line.timing().due();
            return new After(line.timing().rank(), due == null ? LocalDate.of(9999, 12, 31) : due, line.id());
        }
    }

    @Transactional(readOnly = true)
    List<Line> waiting(Actor actor, @Nullable After after) {
        return waiting(actor, after, PAGE + 1);
    }

    @Transactional(readOnly = true)
    List<Line> waiting(Actor actor, @Nullable After after, int limit) {
        Map<String, @Nullable Object> values = held(actor);
        values.put("afterRank", after == null ? null : after.rank());
        values.put("afterDue", after == null ? null : after.due());
        values.put("afterId", after == null ? null : after.id());
        values.put("limit", limit);
        return database.sql(WAITING).params(values).query(WorkList::line).list();
    }

    @Transactional(readOnly = true)
    List<Line> drafts(Actor actor) {
        return database.sql(DRAFTS)
                .param("me", actor.account())
                .param("limit", PAGE)
                .query(WorkList::line)
                .list();
    }

    @Transactional(readOnly = true)
    Counts counts(Actor actor) {
        return database.sql(COUNTS)
                .params(held(actor))
                .query((row, number) -> new Counts(
                        row.getLong("waiting"), row.getLong("drafts"), row.getLong("returned"), row.getLong("late")))
                .single();
    }

    /** All cases within sight, the last changed first. {@code after} is as {@link #afterOf} writes it. */
    @Transactional(readOnly = true)
    List<Line> all(@Nullable String words, @Nullable String state, @Nullable String after) {
        return all(words, state, after, PAGE + 1);
    }

    @Transactional(readOnly = true)
    List<Line> all(@Nullable String words, @Nullable String state, @Nullable String after, int limit) {
        Matcher place = AFTER.matcher(after == null ? "" : after);
        boolean paged = place.matches();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("words", words);
        values.put("escaped", words == null ? "" : words.replaceAll("([\\\\%_])", "\\\\$1"));
        values.put("state", state);
        values.put(
                "afterAt",
                paged
                        ? Sql.at(Instant.ofEpochSecond(Long.parseLong(place.group(1)), Long.parseLong(place.group(2))))
                        : null);
        values.put("afterId", paged ? UUID.fromString(place.group(3)) : null);
        values.put("limit", limit);
        return database.sql(ALL).params(values).query(WorkList::line).list();
    }

    static String afterOf(Line line) {
        Instant at = line.timing().changedAt();
        return at.getEpochSecond() + "_" + at.getNano() + "_" + line.id();
    }

    private Map<String, @Nullable Object> held(Actor actor) {
        List<Grant> grants = List.copyOf(actor.grants());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("roles", grants.stream().map(grant -> grant.role().name()).toArray(String[]::new));
        values.put("territories", grants.stream().map(Grant::territory).toArray(String[]::new));
        values.put("me", actor.account());
        values.put("today", LocalDate.now(clock));
        return values;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                Sql.uuid(row, "id"),
                row.getString("receipt"),
                new Line.Place(row.getString("region_code"), row.getString("village_code")),
                row.getString("regime_code"),
                row.getInt("regime_number"),
                row.getString("state"),
                row.getString("owner_name"),
                row.getString("business_name"),
                new Line.Timing(
                        CaseClock.Phase.valueOf(row.getString("clock_phase")),
                        Sql.dateOrNull(row, "due_on"),
                        Sql.instantOrNull(row, "escalated_at"),
                        Sql.instant(row, "changed_at"),
                        row.getInt("rank")));
    }
}
