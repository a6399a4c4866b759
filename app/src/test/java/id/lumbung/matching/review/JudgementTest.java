package id.lumbung.matching.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.lumbung.matching.pair.PairState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static Judgement by(Judgement.Kind kind, Verdict verdict) {
        return new Judgement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                verdict,
                kind,
                0.5,
                null,
                null,
                Instant.EPOCH,
                UUID.randomUUID());
    }

    private static PairState after(Judgement... standing) {
        return Judgement.state(Stream.of(standing).toList(), PairState.OPEN);
    }

    @Test
    void a_pair_nobody_judged_stands_as_its_probability_says() {
        assertThat(Judgement.state(List.of(), PairState.LINKED)).isEqualTo(PairState.LINKED);
    }

    @Test
    void two_who_agree_settle_it_and_two_who_differ_call_for_a_third() {
        Judgement first = by(Judgement.Kind.FIRST, Verdict.SAME);
        assertThat(after(first, by(Judgement.Kind.SECOND, Verdict.SAME))).isEqualTo(PairState.SAME);
        Judgement against = by(Judgement.Kind.SECOND, Verdict.DIFFERENT);
        assertThat(after(first, against)).isEqualTo(PairState.DISPUTED);
        assertThat(after(first, against, by(Judgement.Kind.THIRD, Verdict.DIFFERENT)))
                .isEqualTo(PairState.DIFFERENT);
    }

    @Test
    void whoever_could_not_tell_stands_against_nobody() {
        assertThat(after(by(Judgement.Kind.FIRST, Verdict.UNSURE), by(Judgement.Kind.SECOND, Verdict.SAME)))
                .isEqualTo(PairState.SAME);
        assertThat(after(by(Judgement.Kind.FIRST, Verdict.SAME), by(Judgement.Kind.SECOND, Verdict.UNSURE)))
                .isEqualTo(PairState.SAME);
    }

    @Test
    void a_second_judgement_alone_counts_when_the_first_was_taken_back() {
        assertThat(after(by(Judgement.Kind.SECOND, Verdict.DIFFERENT))).isEqualTo(PairState.DIFFERENT);
    }

    @Test
    void kappa_is_agreement_beyond_chance() {
        // both say same of half: by chance they would agree on half
        Agreement agreement = new Agreement(100, 90, 50, 50);
        assertThat(agreement.share()).isEqualTo(0.9);
        assertThat(agreement.kappa()).isCloseTo(0.8, within(1e-9));
        assertThat(new Agreement(10, 10, 10, 10).kappa()).isNaN();
    }
}
