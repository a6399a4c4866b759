package id.lumbung.matching.pair;

import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Registry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What judgements on two enterprises mean for the register: those judged the same are one there, and no others. */
@Component
public class RegisterMerges {
    private static final String JUDGED_SAME = """
            with recursive together (id) as (
                select cast(:from as uuid)
                union
                select case when p.a = t.id then p.b else p.a end
                  from together t
                  join matching.pair p on t.id in (p.a, p.b) and p.registered = 2 and p.state = 'SAME')
            select id from together
            """;
    private static final String SAME_BETWEEN = """
            select p.id
              from matching.pair p
             where p.registered = 2
               and p.state = 'SAME'
               and ((p.a in (:one) and p.b in (:other)) or (p.b in (:one) and p.a in (:other)))
             order by p.id
            """;

    private final JdbcClient database;
    private final Registry registry;

    RegisterMerges(JdbcClient database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /** The two become one; the number of the one leads to the other from now on. */
    public void merge(Pair pair, String why) {
        join(new EnterpriseId(pair.a()), new EnterpriseId(pair.b()), why);
    }

    private void join(EnterpriseId one, EnterpriseId other, String why) {
        EnterpriseId first = registry.survivorOf(one);
        EnterpriseId second = registry.survivorOf(other);
        if (!first.equals(second)) {
            EnterpriseId survivor = registry.shouldSurvive(first, second);
            registry.merge(survivor, survivor.equals(first) ? second : first, why);
        }
    }

    /**
     * The two are two again, with all that other judgements hold on the side of each. Nothing happens while they are held
     * together by others.
     */
    public void part(Pair pair, String why) {
        Set<UUID> ofA = judgedSame(pair.a());
        if (ofA.contains(pair.b())) {
            return;
        }
        EnterpriseId whole = registry.survivorOf(new EnterpriseId(pair.a()));
        if (!whole.equals(registry.survivorOf(new EnterpriseId(pair.b())))) {
            return;
        }
        Set<UUID> stays = ofA.contains(whole.value()) ? ofA : judgedSame(pair.b());
        Set<UUID> leaves = ofA.contains(whole.value()) ? judgedSame(pair.b()) : ofA;
        for (UUID leaving : leaves) {
            if (registry.survivorOf(new EnterpriseId(leaving)).equals(whole)) {
                registry.unmerge(new EnterpriseId(leaving), why);
            }
        }
        // what had become part of one that left went with it, whatever side it is on
        for (UUID staying : stays) {
            EnterpriseId enterprise = new EnterpriseId(staying);
            if (!registry.survivorOf(enterprise).equals(whole)) {
                registry.unmerge(enterprise, why);
                join(whole, enterprise, why);
            }
        }
        UUID first = leaves.iterator().next();
        for (UUID leaving : leaves) {
            join(new EnterpriseId(first), new EnterpriseId(leaving), why);
        }
    }

    private Set<UUID> judgedSame(UUID enterprise) {
        return new HashSet<>(database.sql(JUDGED_SAME)
                .param("from", enterprise)
                .query(UUID.class)
                .list());
    }

    /** Pairs judged the same of which one is part of this whole and the other of that. */
    public List<UUID> judgedSameBetween(EnterpriseId one, EnterpriseId other) {
        return database.sql(SAME_BETWEEN)
                .param("one", parts(one))
                .param("other", parts(other))
                .query((row, number) -> Sql.uuid(row, "id"))
                .list();
    }

    private List<UUID> parts(EnterpriseId whole) {
        return registry.partsOf(whole).stream().map(EnterpriseId::value).toList();
    }
}
