package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final MadeUpLists LISTS = new MadeUpLists(1200, 3);
    private static final Linkage LINKAGE = Linkage.of(
            List.of(LISTS.census, LISTS.register), LinkageSettings.standard().withThreads(2));

    @Test
    void weights_add_up_to_the_probability_of_the_pair() {
        for (Level level : Level.values()) {
            for (PairScore pair : LINKAGE.pairs(level, 0.02).stream().limit(400).toList()) {
                Explanation explanation = LINKAGE.explain(pair.a(), pair.b(), level);
                double bits = explanation.startBits()
                        + explanation.parts().stream()
                                .mapToDouble(Explanation.Part::bits)
                                .sum();

                assertThat(1 / (1 + Math.pow(2, -bits))).isCloseTo(pair.probability(), offset(1e-4));
                assertThat(explanation.probability()).isCloseTo(pair.probability(), offset(1e-4));
            }
        }
    }

    @Test
    void speaks_of_every_level_in_indonesian() {
        Set<String> unknown = new TreeSet<>();
        for (PairScore pair :
                LINKAGE.pairs(Level.OWNER, -1).stream().limit(20_000).toList()) {
            for (Explanation.Part part :
                    LINKAGE.explain(pair.a(), pair.b(), Level.OWNER).parts()) {
                if (!Wording.knows(part.name())) unknown.add(part.name());
                if (!part.outcome().isEmpty() && !Wording.knows(part.outcome())) unknown.add(part.outcome());
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void a_clerk_reads_what_speaks_for_and_against() {
        PairScore pair = LINKAGE.pairs(Level.BUSINESS, 0.9).get(0);
        Explanation explanation = LINKAGE.explain(pair.a(), pair.b(), Level.BUSINESS);

        assertThat(explanation.text(Locale.forLanguageTag("id")))
                .startsWith("Peluang usaha yang sama: ")
                .contains("mendukung")
                .contains("nama pemilik: ");
        assertThat(explanation.text(Locale.ENGLISH))
                .startsWith("Probability of the same business: ")
                .contains(" for)");
    }

    @Test
    void the_waterfall_is_a_picture_with_a_name() {
        PairScore pair = LINKAGE.pairs(Level.BUSINESS, 0.9).get(0);
        String svg = LINKAGE.explain(pair.a(), pair.b(), Level.BUSINESS).svg(Locale.forLanguageTag("id"));

        assertThat(svg).startsWith("<svg ").endsWith("</svg>").contains("aria-label=\"bobot tiap perbandingan\"");
        assertThat(svg.split("<rect ", -1)).hasSizeGreaterThan(5);
    }
}
