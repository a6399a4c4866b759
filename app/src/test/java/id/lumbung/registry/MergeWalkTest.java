package id.lumbung.registry;

import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.officer;
import static id.lumbung.registry.RegistryFixtures.owner;
import static id.lumbung.registry.RegistryFixtures.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.Seeds;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Role;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.registry.sheet.EnterpriseQueries;
import id.lumbung.registry.text.EnterpriseNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks at random through merges and partings beside a model of a few lines; nothing is lost on any way. */
@LumbungTest
class MergeWalkTest {
    private static final int ENTERPRISES = 7;
    private static final int STEPS = 60;
    private static final String EVERYTHING = """
            select (to_jsonb(e) - 'version' - 'npwp_sealed')::text
                   || (select coalesce(string_agg(s.sector || s.region_code, ',' order by s.sector), '')
                         from registry.enterprise_sector s where s.enterprise = e.id)
                   || (select count(*) || max(p.region_code) from registry.place p where p.enterprise = e.id)
                   || (select count(*) || max(o.region_code) from registry.ownership o where o.enterprise = e.id)
                   || (select count(*) || max(m.region_code) from registry.record_of_enterprise m where m.enterprise = e.id)
              from registry.enterprise e
             where e.id = :id
            """;

    @Autowired
    private Registry registry;

    @Autowired
    private EnterpriseQueries queries;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    /** Each enterprise's parent, if it was merged into one. */
    private static final class Model {
        private final Map<Integer, Integer> parent = new HashMap<>();

        int root(int one) {
            int at = one;
            while (parent.containsKey(at)) {
                at = parent.get(at);
            }
            return at;
        }

        Set<Integer> whole(int one) {
            Set<Integer> whole = new HashSet<>();
            for (int other = 0; other < ENTERPRISES; other++) {
                if (root(other) == root(one)) {
                    whole.add(other);
                }
            }
            return whole;
        }
    }

    private record Known(List<EnterpriseId> ids, List<String> numbers, List<String> names, List<String> before) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_sequence_of_merges_and_partings_leaves_the_register_as_the_model_says(long walk) {
        Actor dinas = officer(accounts, Role.DINAS_OFFICER, "35.07");
        Random chance = new Random(Long.parseLong(Seeds.FIXED) + walk);
        Known known = known(dinas);
        Model model = new Model();
        List<Integer> merges = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            int one = chance.nextInt(ENTERPRISES);
            int other = chance.nextInt(ENTERPRISES);
            if (chance.nextInt(5) < 3) {
                merge(dinas, known, model, merges, one, other);
            } else {
                int parted = merges.isEmpty() || chance.nextBoolean() ? one : merges.getLast();
                part(dinas, known.ids().get(parted));
                model.parent.remove(parted);
                merges.remove((Integer) parted);
            }
            assertAsModelled(dinas, known, model, step);
        }

        List<Integer> standing = new ArrayList<>(model.parent.keySet());
        java.util.Collections.shuffle(standing, chance);
        standing.forEach(one -> part(dinas, known.ids().get(one)));
        assertThat(everything(dinas, known.ids())).isEqualTo(known.before());
    }

    @Test
    void what_was_merged_first_may_be_parted_first() {
        Actor dinas = officer(accounts, Role.DINAS_OFFICER, "35.07");
        Known known = known(dinas);
        EnterpriseId a = known.ids().get(0);
        EnterpriseId b = known.ids().get(1);
        EnterpriseId c = known.ids().get(2);
        CurrentActor.runAs(dinas, () -> registry.merge(b, c, "satu usaha juga"));
        CurrentActor.runAs(dinas, () -> registry.merge(a, b, "satu usaha juga"));

        part(dinas, c);

        assertThat(CurrentActor.runAs(dinas, () -> registry.survivorOf(c))).isEqualTo(c);
        assertThat(CurrentActor.runAs(dinas, () -> registry.survivorOf(b))).isEqualTo(a);
        part(dinas, b);
        assertThat(everything(dinas, known.ids())).isEqualTo(known.before());
    }

    private void merge(Actor dinas, Known known, Model model, List<Integer> merges, int one, int other) {
        EnterpriseId survivor = known.ids().get(one);
        EnterpriseId merged = known.ids().get(other);
        boolean roots = model.root(one) == one && model.root(other) == other;
        if (one == other || (!roots && model.root(one) != model.root(other))) {
            assertThatThrownBy(() -> CurrentActor.runAs(dinas, () -> registry.merge(survivor, merged, "satu usaha")))
                    .isInstanceOf(Refused.class);
            return;
        }
        EnterpriseId answered = CurrentActor.runAs(dinas, () -> registry.merge(survivor, merged, "satu usaha"));
        if (roots) {
            model.parent.put(other, one);
            merges.add(other);
        }
        assertThat(answered).isEqualTo(known.ids().get(model.root(one)));
    }

    private void part(Actor dinas, EnterpriseId parted) {
        CurrentActor.runAs(dinas, () -> {
            registry.unmerge(parted, "ternyata usaha yang lain");
            return parted;
        });
    }

    private void assertAsModelled(Actor dinas, Known known, Model model, int step) {
        CurrentActor.runAs(dinas, () -> {
            for (int one = 0; one < ENTERPRISES; one++) {
                EnterpriseId id = known.ids().get(one);
                Set<Integer> whole = model.whole(one);
                EnterpriseId root = known.ids().get(model.root(one));
                assertThat(registry.survivorOf(id))
                        .as("step %s, enterprise %s", step, one)
                        .isEqualTo(root);
                assertThat(queries.withNumber(
                                        EnterpriseNumber.parse(known.numbers().get(one)))
                                .flatMap(queries::head)
                                .orElseThrow()
                                .id())
                        .isEqualTo(root);
                assertThat(registry.partsOf(id))
                        .containsExactlyInAnyOrderElementsOf(
                                whole.stream().map(known.ids()::get).toList());
                assertThat(queries.sources(id)).hasSize(whole.size());
                int strongest = whole.stream().mapToInt(part -> part).max().orElseThrow();
                assertThat(queries.head(id).orElseThrow().name())
                        .isEqualTo(known.names().get(strongest));
            }
            return step;
        });
    }

    /** The later in the list, the stronger its record. */
    private Known known(Actor dinas) {
        List<EnterpriseId> ids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ENTERPRISES; i++) {
            int at = i;
            names.add("Usaha Ke " + at);
            ids.add(Sight.system(
                    "a test",
                    () -> registry.admit(
                            record(
                                    at < 4 ? SourceKind.LIST : SourceKind.APPLICATION,
                                    LocalDate.of(2026, 1, 1).plusDays(at),
                                    owner("Pemilik " + at, at % 3 == 0 ? null : aNik()),
                                    business("Usaha Ke " + at, at % 2 == 0 ? KEPANJEN : PAKISAJI)),
                            null)));
            numbers.add(CurrentActor.runAs(
                    dinas, () -> queries.numberOf(ids.get(at)).orElseThrow()));
        }
        return new Known(ids, numbers, names, everything(dinas, ids));
    }

    private List<String> everything(Actor dinas, List<EnterpriseId> ids) {
        return CurrentActor.runAs(
                dinas,
                () -> ids.stream()
                        .map(id -> transaction.execute(status -> database.sql(EVERYTHING)
                                .param("id", id.value())
                                .query(String.class)
                                .single()))
                        .toList());
    }
}
