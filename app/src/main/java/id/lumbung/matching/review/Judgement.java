package id.lumbung.matching.review;

import id.lumbung.matching.pair.PairState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param act the decision that it belongs to
 * @param seconds from the moment the pair was shown; null when it was not judged at the desk
 */
public record Judgement(
        UUID id,
        UUID act,
        UUID pair,
        Verdict verdict,
        Kind kind,
        double business,
        @Nullable Integer seconds,
        @Nullable String why,
        Instant at,
        UUID by) {
    /** How it came about. */
    public enum Kind {
        FIRST,
        /** By another person, who did not know of the first. */
        SECOND,
        /** After the first and the second differed. */
        THIRD,
        /** A record was taken out of a business. */
        SPLIT,
        TAKEN_BACK;

        public String messageKey() {
            return "matching.kind." + name();
        }
    }

    /**
     * Where a pair stands by what people said of it.
     *
     * @param standing judgements that were not taken back, the oldest first
     * @param otherwise where it stands when nobody said anything
     */
    static PairState state(List<Judgement> standing, PairState otherwise) {
        PairState state = otherwise;
        Verdict before = null;
        for (Judgement judgement : standing) {
            boolean first = before == null || before == Verdict.UNSURE;
            if (judgement.kind != Kind.SECOND || first) {
                state = of(judgement.verdict);
                before = judgement.verdict;
            } else if (judgement.verdict != Verdict.UNSURE && judgement.verdict != before) {
                state = PairState.DISPUTED;
            }
        }
        return state;
    }

    private static PairState of(Verdict verdict) {
        return switch (verdict) {
            case SAME -> PairState.SAME;
            case DIFFERENT -> PairState.DIFFERENT;
            case UNSURE -> PairState.UNSURE;
        };
    }
}
