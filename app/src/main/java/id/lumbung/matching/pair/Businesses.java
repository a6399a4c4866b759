package id.lumbung.matching.pair;

import id.lumbung.platform.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of records with the business each is of, which follows from the pairs. Only the records that hang together with
 * those that changed are looked at, so one more record costs the same in a register of any size.
 */
@Component
public class Businesses {
    /** Records that hang together by chance of a thousand names would be no business. */
    private static final int MOST = 2_000;

    private static final String JOINED = """
            select p.a, p.b
              from matching.pair p
             where (p.a in (:records) or p.b in (:records))
               and p.state in ('LINKED', 'SAME')
             limit :limit
            """;
    private static final String FELLOWS = """
            select id
              from matching.record
             where business in (select business from matching.record where id in (:records))
               and gone_at is null
             limit :limit
            """;
    private static final String STAND = """
            select r.id, r.business, r.list is null as registered
              from matching.record r
             where r.id in (:records)
               and r.gone_at is null
            """;
    private static final String MOVE = """
            update matching.record r
               set business = m.business
              from unnest(:records::uuid[], :businesses::uuid[]) as m (record, business)
             where r.id = m.record
            """;

    private final JdbcClient database;
    private final Pairs pairs;
    private final Survivors survivors;

    Businesses(JdbcClient database, Pairs pairs, Survivors survivors) {
        this.database = database;
        this.pairs = pairs;
        this.survivors = survivors;
    }

    /** A record and the business that it is of. */
    public record Member(UUID record, @Nullable UUID list, String regionCode) {}

    private record Stand(UUID record, UUID business, boolean registered) {}

    /** Works out anew of which business these records and all that hang together with them are. */
    public void regroup(Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Set<UUID> together = together(changed);
        List<Stand> stands = database.sql(STAND)
                .param("records", together)
                .query((row, number) ->
                        new Stand(Sql.uuid(row, "id"), Sql.uuid(row, "business"), row.getBoolean("registered")))
                .list();
        Map<UUID, UUID> enterprises = survivors.of(
                stands.stream().filter(Stand::registered).map(Stand::record).toList());
        Map<UUID, UUID> after = new Partition(stands.stream().map(Stand::record).toList(), enterprises)
                .join(pairs.of(together, 20 * MOST))
                .businesses();
        List<UUID> records = new ArrayList<>();
        List<UUID> businesses = new ArrayList<>();
        for (Stand stand : stands) {
            UUID business = after.getOrDefault(stand.record(), stand.record());
            if (!business.equals(stand.business())) {
                records.add(stand.record());
                businesses.add(business);
            }
        }
        if (!records.isEmpty()) {
            database.sql(MOVE)
                    .param("records", records.toArray(UUID[]::new))
                    .param("businesses", businesses.toArray(UUID[]::new))
                    .update();
        }
    }

    /** All that hang together with these by a joining pair, or did so far. */
    private Set<UUID> together(Collection<UUID> changed) {
        Set<UUID> together = new HashSet<>(changed);
        together.addAll(database.sql(FELLOWS)
                .param("records", changed)
                .param("limit", Math.max(MOST, 20 * changed.size()))
                .query(UUID.class)
                .list());
        Set<UUID> edge = new HashSet<>(together);
        while (!edge.isEmpty() && together.size() < Math.max(MOST, 20 * changed.size())) {
            Set<UUID> found = new HashSet<>();
            database.sql(JOINED)
                    .param("records", edge)
                    .param("limit", 20 * MOST)
                    .query(row -> {
                        found.add(Sql.uuid(row, "a"));
                        found.add(Sql.uuid(row, "b"));
                    });
            found.removeAll(together);
            together.addAll(found);
            edge = found;
        }
        return together;
    }

    /** The business of a record, if it is there. */
    public Optional<UUID> of(UUID record) {
        return database.sql("select business from matching.record where id = :id and gone_at is null")
                .param("id", record)
                .query(UUID.class)
                .optional();
    }

    /** The records of a business, the enterprise first, as far as the sight goes. */
    public List<Member> members(UUID business) {
        return database.sql("""
                        select id, list, region_code
                          from matching.record
                         where business = :business
                           and gone_at is null
                         order by list nulls first, id
                         limit :limit
                        """)
                .param("business", business)
                .param("limit", MOST)
                .query((row, number) ->
                        new Member(Sql.uuid(row, "id"), Sql.uuidOrNull(row, "list"), row.getString("region_code")))
                .list();
    }

    /** Whether a business has a number in the register. */
    public boolean isEnterprise(UUID business) {
        return database.sql("select exists (select 1 from matching.record where id = :id and list is null)")
                .param("id", business)
                .query(Boolean.class)
                .single();
    }

    /** These records, as far as they are in sight, with the business each is of. */
    public Map<UUID, UUID> businessesOf(Collection<UUID> records) {
        Map<UUID, UUID> found = new HashMap<>();
        if (!records.isEmpty()) {
            database.sql("select id, business from matching.record where id in (:records) and gone_at is null")
                    .param("records", records)
                    .query(row -> {
                        found.put(Sql.uuid(row, "id"), Sql.uuid(row, "business"));
                    });
        }
        return found;
    }
}
