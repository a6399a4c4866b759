package id.lumbung.matching.pair;

import id.lumbung.matching.index.Key;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of pairs. */
@Component
public class Pairs {
    /** As long as a pair stays before whoever was asked. */
    private static final Duration HELD = Duration.ofMinutes(10);

    private static final String COLUMNS = """
            select p.id, p.a, p.b, p.region_code, p.other_region_code, p.registered, p.business, p.owner, p.state,
                   p.second = 'WANTED' as second_wanted, p.first_by
              from matching.pair p
            """;
    private static final String KEEP = """
            insert into matching.pair as p (id, a, b, region_code, other_region_code, registered, business, owner, state, worth,
                                            found_at)
            select f.id, f.a, f.b, f.region_code, f.other_region_code, f.registered, f.business, f.owner, f.state, f.worth, ?
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::real[], ?::real[], ?::text[], ?::real[])
                   as f (id, a, b, region_code, other_region_code, registered, business, owner, state, worth)
            on conflict on constraint pair_once do update
               set business = excluded.business, owner = excluded.owner, worth = excluded.worth,
                   region_code = excluded.region_code, other_region_code = excluded.other_region_code,
                   state = case when p.state in ('LINKED', 'OPEN', 'GONE') then excluded.state else p.state end
            """;
    private static final String WITHDRAW = """
            update matching.pair
               set state = 'GONE'
             where (a in (:records) or b in (:records))
               and state in ('LINKED', 'OPEN')
            """;
    private static final String WITHDRAW_ALL = """
            update matching.pair
               set state = 'GONE'
             where (a in (:records) or b in (:records))
               and state <> 'GONE'
            """;
    private static final String HELD_BY_ME = COLUMNS + """
             where p.held_by = :me
               and p.held_until > :now
               and (p.state in ('OPEN', 'DISPUTED') or p.second = 'WANTED')
               and (p.first_by is null or p.first_by <> :me)
             order by p.held_until desc, p.id
             limit 1
            """;
    private static final String NEXT = COLUMNS + """
             where p.state in ('OPEN', 'DISPUTED')
               and (p.held_by is null or p.held_by = :me or p.held_until < :now)
               and p.registered <= :registered
               and (p.first_by is null or not exists (select 1
                                                        from matching.judgement j
                                                       where j.pair = p.id and j.by = :me))
             order by p.worth desc, p.id
             limit 1
            """;
    private static final String NEXT_SECOND = COLUMNS + """
             where p.second = 'WANTED'
               and p.first_by <> :me
               and p.registered <= :registered
               and (p.held_by is null or p.held_by = :me or p.held_until < :now)
             order by p.judged_at, p.id
             limit 1
            """;
    private static final String OF_RECORDS = COLUMNS + """
             where (p.a in (:records) or p.b in (:records))
               and p.state <> 'GONE'
             order by p.id
             limit :limit
            """;

    private final JdbcClient database;
    private final JdbcTemplate template;
    private final Clock clock;

    Pairs(JdbcClient database, JdbcTemplate template, Clock clock) {
        this.database = database;
        this.template = template;
        this.clock = clock;
    }

    /** Keeps what was found; what a person judged stays as judged. */
    void keep(List<FoundPair> found) {
        if (found.isEmpty()) {
            return;
        }
        int n = found.size();
        List<Object[]> columns = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            columns.add(new Object[n]);
        }
        for (int i = 0; i < n; i++) {
            FoundPair pair = found.get(i);
            boolean inOrder = before(pair.one().id(), pair.other().id());
            Key a = inOrder ? pair.one() : pair.other();
            Key b = inOrder ? pair.other() : pair.one();
            Object[] row = {
                Ids.next(),
                a.id(),
                b.id(),
                a.regionCode(),
                b.regionCode(),
                pair.registered(),
                (float) pair.business(),
                (float) pair.owner(),
                Zones.of(pair.business(), pair.registered()).name(),
                (float) Zones.worth(pair.business(), pair.registered())
            };
            for (int c = 0; c < row.length; c++) {
                columns.get(c)[i] = row[c];
            }
        }
        String[] types = {"uuid", "uuid", "uuid", "text", "text", "int4", "float4", "float4", "text", "float4"};
        template.update(connection -> {
            var statement = connection.prepareStatement(KEEP);
            statement.setObject(1, Sql.at(clock.instant()));
            for (int c = 0; c < types.length; c++) {
                statement.setArray(c + 2, array(connection, types[c], columns.get(c)));
            }
            return statement;
        });
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** As PostgreSQL orders identifiers. */
    static boolean before(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high < 0
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
    }

    /** These records changed: pairs that follow from their probability alone wait to be found again. */
    void withdraw(Collection<UUID> records) {
        if (!records.isEmpty()) {
            database.sql(WITHDRAW).param("records", records).update();
        }
    }

    /** These records are no longer there. */
    void withdrawAll(Collection<UUID> records) {
        if (!records.isEmpty()) {
            database.sql(WITHDRAW_ALL).param("records", records).update();
        }
    }

    public Optional<Pair> find(UUID id) {
        return database.sql(COLUMNS + " where p.id = :id")
                .param("id", id)
                .query(Pairs::read)
                .optional();
    }

    /** Those in sight. */
    public Map<UUID, Pair> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.sql(COLUMNS + " where p.id in (:ids)").param("ids", ids).query(Pairs::read).list().stream()
                        .collect(Collectors.toMap(Pair::id, pair -> pair));
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    public Optional<Pair> locked(UUID id) {
        return database.sql(COLUMNS + " where p.id = :id for update")
                .param("id", id)
                .query(Pairs::read)
                .optional();
    }

    /** The pair of these two records, made if they were never found alike. */
    public Pair between(Key one, Key other) {
        boolean inOrder = before(one.id(), other.id());
        Optional<Pair> known = database.sql(COLUMNS + " where p.a = :a and p.b = :b for update")
                .param("a", inOrder ? one.id() : other.id())
                .param("b", inOrder ? other.id() : one.id())
                .query(Pairs::read)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        keep(List.of(new FoundPair(one, other, 0, 0)));
        return between(one, other);
    }

    /** Pairs of which one side is among these records. */
    public List<Pair> of(Collection<UUID> records, int limit) {
        return records.isEmpty()
                ? List.of()
                : database.sql(OF_RECORDS)
                        .param("records", records)
                        .param("limit", limit)
                        .query(Pairs::read)
                        .list();
    }

    /** The pair that was put before this person last and is still to be judged. */
    public Optional<Pair> heldBy(UUID person) {
        return database.sql(HELD_BY_ME)
                .param("me", person)
                .param("now", Sql.at(clock.instant()))
                .query(Pairs::read)
                .optional();
    }

    /**
     * The pair whose judgement is worth most.
     *
     * @param registered at most so many of the two are enterprises of the register
     */
    public Optional<Pair> next(UUID person, int registered) {
        return database.sql(NEXT)
                .param("me", person)
                .param("now", Sql.at(clock.instant()))
                .param("registered", registered)
                .query(Pairs::read)
                .optional();
    }

    /** A pair that somebody else judged and that is judged a second time. */
    public Optional<Pair> nextSecond(UUID person, int registered) {
        return database.sql(NEXT_SECOND)
                .param("me", person)
                .param("now", Sql.at(clock.instant()))
                .param("registered", registered)
                .query(Pairs::read)
                .optional();
    }

    public void hold(UUID pair, UUID person) {
        database.sql("update matching.pair set held_by = :me, held_until = :until where id = :id")
                .param("id", pair)
                .param("me", person)
                .param("until", Sql.at(clock.instant().plus(HELD)))
                .update();
    }

    /** @param second NONE, WANTED or GIVEN */
    public void judged(UUID pair, PairState state, String second, @Nullable UUID firstBy, @Nullable Instant at) {
        database.sql("""
                        update matching.pair
                           set state = :state, second = :second, first_by = :firstBy, judged_at = :at, held_by = null,
                               held_until = null
                         where id = :id
                        """)
                .param("id", pair)
                .param("state", state.name())
                .param("second", second)
                .param("firstBy", firstBy)
                .param("at", at == null ? null : Sql.at(at))
                .update();
    }

    private static Pair read(ResultSet row, int number) throws SQLException {
        return new Pair(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "a"),
                Sql.uuid(row, "b"),
                row.getString("region_code"),
                row.getString("other_region_code"),
                row.getInt("registered"),
                row.getDouble("business"),
                row.getDouble("owner"),
                PairState.valueOf(row.getString("state")),
                row.getBoolean("second_wanted"),
                Sql.uuidOrNull(row, "first_by"));
    }
}
