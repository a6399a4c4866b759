package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuggestedRulesTest {

    private static final LinkageSettings SETTINGS = LinkageSettings.standard().withThreads(2);
    private static final MadeUpLists LISTS = new MadeUpLists(1200, 37);
    private static final Linkage LINKAGE = Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS);

    @Test
    void find_nearly_all_likely_pairs_within_the_cost() {
        List<SuggestedRule> rules = LINKAGE.suggestRules(Level.BUSINESS, 8_000);

        assertThat(rules).isNotEmpty();
        assertThat(rules.stream().mapToLong(SuggestedRule::pairs).sum()).isLessThanOrEqualTo(8_000);
        assertThat(rules.stream().mapToDouble(SuggestedRule::findsNew).sum()).isBetween(0.95, 1.0001);
    }

    @Test
    void are_the_same_on_any_number_of_threads() {
        Linkage alone = Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS.withThreads(1));
        Linkage three = Linkage.of(List.of(LISTS.census, LISTS.register), SETTINGS.withThreads(3));

        List<SuggestedRule> rules = LINKAGE.suggestRules(Level.BUSINESS, 8_000);
        assertThat(alone.suggestRules(Level.BUSINESS, 8_000)).isEqualTo(rules);
        assertThat(three.suggestRules(Level.BUSINESS, 8_000)).isEqualTo(rules);
    }

    private static final List<String> TITLES = List.of("id", "judul", "tahun", "kota");

    @Test
    void speak_of_the_columns_of_lists_of_another_layout_and_cost_what_they_say() {
        Random random = new Random(5);
        RecordList.Builder one = RecordList.of("one", TITLES);
        RecordList.Builder other = RecordList.of("other", TITLES);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String title = word(random) + " " + word(random) + " " + word(random) + " " + word(random);
            String year = Integer.toString(1990 + random.nextInt(30));
            rows.add(new String[] {"a" + i, title, year, word(random)});
            rows.add(new String[] {"b" + i, title, year, word(random)});
        }
        for (String[] row : rows) (row[0].startsWith("a") ? one : other).add(row);
        Linkage linkage = Linkage.of(List.of(one.done(), other.done()), SETTINGS);

        SuggestedRule rule = linkage.suggestRules(Level.BUSINESS, 5_000).get(0);

        assertThat(TITLES).containsAll(rule.facts());
        assertThat(rule.finds()).isGreaterThan(0.9);
        long pairs = 0;
        for (String[] a : rows)
            for (String[] b : rows)
                if (a[0].startsWith("a")
                        && b[0].startsWith("b")
                        && rule.facts().stream()
                                .allMatch(fact -> a[TITLES.indexOf(fact)].equals(b[TITLES.indexOf(fact)]))) pairs++;
        assertThat(rule.pairs()).isEqualTo(pairs);
    }

    @Test
    void are_put_into_words() {
        assertThat(Explanation.word("judul: begins", Locale.forLanguageTag("id")))
                .isEqualTo("judul: awalnya");
        for (SuggestedRule rule : LINKAGE.suggestRules(Level.OWNER, 100_000))
            for (String fact : rule.facts())
                assertThat(Wording.knows(fact)).as(fact).isTrue();
    }

    @Test
    void none_are_suggested_where_nothing_is_likely() {
        Linkage empty = Linkage.of(
                List.of(RecordList.of("register", MadeUpLists.COLUMNS).done()), SETTINGS);

        assertThat(empty.suggestRules(Level.BUSINESS, 1_000)).isEmpty();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) word.append((char) ('a' + random.nextInt(26)));
        return word.toString();
    }
}
