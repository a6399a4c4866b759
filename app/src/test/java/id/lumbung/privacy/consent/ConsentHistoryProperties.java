package id.lumbung.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which statement counts. */
class ConsentHistoryProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Purpose.Words WORDS = new Purpose.Words("Pelatihan", "Training");
    private static final Purpose TRAINING = new Purpose("TRAINING", true, "UU 27/2022", WORDS, WORDS);
    private static final Purpose REGISTER = new Purpose("LICENCE_REGISTER", false, "UU 27/2022", WORDS, WORDS);

    @Provide
    Arbitrary<List<Statement>> statements() {
        Arbitrary<Statement> one = Combinators.combine(
                        Arbitraries.of("TRAINING", "SHOWCASE"),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.longs().between(1, 1_000_000))
                .as((purpose, given, day, minute, id) -> new Statement(
                        new UUID(7, id),
                        purpose,
                        given,
                        Expression.SPOKEN,
                        DAY.plusDays(day),
                        Instant.parse("2026-03-10T00:00:00Z").plusSeconds(60L * minute),
                        null));
        return one.list().ofMaxSize(12).uniqueElements(Statement::id);
    }

    @Property(seed = Seeds.FIXED)
    void the_order_in_which_statements_were_typed_or_read_does_not_matter(
            @ForAll("statements") List<Statement> statements, @ForAll long seed) {
        List<Statement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(ConsentHistory.counting(shuffled, "TRAINING"))
                .isEqualTo(ConsentHistory.counting(statements, "TRAINING"));
    }

    @Property(seed = Seeds.FIXED)
    void a_withdrawal_said_later_than_everything_holds_and_so_does_a_yes(
            @ForAll("statements") List<Statement> before, @ForAll boolean given) {
        List<Statement> now = new ArrayList<>(before);
        now.add(new Statement(
                new UUID(9, 9), "TRAINING", given, Expression.PAPER, DAY.plusDays(6), Instant.EPOCH, null));

        assertThat(ConsentHistory.allows(now, TRAINING)).isEqualTo(given);
    }

    @Property(seed = Seeds.FIXED)
    void a_paper_signed_before_the_withdrawal_brings_nothing_back_however_late_it_is_typed(
            @ForAll("statements") List<Statement> before) {
        List<Statement> now = new ArrayList<>(before);
        now.add(new Statement(
                new UUID(9, 1), "TRAINING", false, Expression.SPOKEN, DAY.plusDays(6), Instant.EPOCH, null));
        now.add(new Statement(
                new UUID(9, 2),
                "TRAINING",
                true,
                Expression.PAPER,
                DAY.plusDays(5),
                Instant.parse("2027-01-01T00:00:00Z"),
                null));

        assertThat(ConsentHistory.allows(now, TRAINING)).isFalse();
    }

    @Property(seed = Seeds.FIXED)
    void what_is_said_about_one_purpose_changes_no_other(@ForAll("statements") List<Statement> statements) {
        List<Statement> others = statements.stream()
                .filter(statement -> !statement.purpose().equals("TRAINING"))
                .toList();

        assertThat(ConsentHistory.allows(others, TRAINING)).isFalse();
        assertThat(ConsentHistory.allows(statements, REGISTER)).isTrue();
        assertThat(ConsentHistory.counting(others, "SHOWCASE"))
                .isEqualTo(ConsentHistory.counting(statements, "SHOWCASE"));
    }
}
