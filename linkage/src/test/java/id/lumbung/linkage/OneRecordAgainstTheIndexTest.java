package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneRecordAgainstTheIndexTest {

    private static final MadeUpLists LISTS = new MadeUpLists(1200, 5);
    private static final Linkage LINKAGE = Linkage.of(
            List.of(LISTS.census, LISTS.register), LinkageSettings.standard().withThreads(2));
    private static final LinkageIndex INDEX = LINKAGE.index();

    private static Map<String, String> cells(String[] row) {
        Map<String, String> cells = new HashMap<>();
        for (int c = 0; c < row.length; c++) cells.put(MadeUpLists.COLUMNS.get(c), row[c]);
        return cells;
    }

    @Test
    void gives_a_record_of_the_lists_the_probabilities_that_the_run_gave() {
        Map<RecordRef, Map<RecordRef, Double>> run = new HashMap<>();
        for (PairScore pair : LINKAGE.pairs(Level.OWNER, 0.05))
            run.computeIfAbsent(pair.b(), b -> new HashMap<>()).put(pair.a(), pair.probability());

        int compared = 0;
        for (String[] row : LISTS.registerRows.subList(0, 200)) {
            Map<RecordRef, Double> known = run.getOrDefault(new RecordRef("register", row[0]), Map.of());
            for (LinkageIndex.Match match : INDEX.find("register", cells(row), 0.05, 50)) {
                Double probability = known.get(match.record());
                if (probability == null || !match.record().source().equals("census")) continue;
                assertThat(match.owner()).isCloseTo(probability, offset(1e-4));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void finds_a_new_record_of_a_known_business_with_words_that_no_list_holds() {
        String[] row = LISTS.registerRows.get(0).clone();
        row[2] = "Xyzzy Qwerty";
        row[8] = "Jl. Belum Pernah Ada RT 99 RW 99";

        List<LinkageIndex.Match> matches = INDEX.find("counter", cells(row), 0.5, 5);

        assertThat(matches).extracting(LinkageIndex.Match::record).contains(new RecordRef("register", row[0]));
    }

    @Test
    void a_stranger_is_nobody() {
        assertThat(INDEX.find("counter", Map.of("nama_pemilik", "Zzyzx Qwrt", "desa_kode", "3507991234"), 0.3, 5))
                .isEmpty();
    }

    @Test
    void an_empty_record_is_nobody() {
        assertThat(INDEX.find("counter", Map.of(), 0.0, 5)).isEmpty();
    }
}
