package id.lumbung.licensing.application;

import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.ClockEffect;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.State;
import id.lumbung.licensing.regime.Transition;
import id.lumbung.registry.EnterpriseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application on its way through the office.
 *
 * @param receipt number of the receipt
 * @param kecamatan region code of the counter, which is also that of the business
 */
record Case(
        UUID id,
        String receipt,
        String kecamatan,
        RegimeVersion regime,
        Answers answers,
        Progress progress,
        Hands hands,
        @Nullable EnterpriseId enterprise,
        @Nullable UUID licence) {

    /** Where it is. */
    record Progress(
            String state,
            int version,
            int submissions,
            @Nullable Instant submittedAt,
            CaseClock clock,
            @Nullable LocalDate dueOn,
            @Nullable Instant escalatedAt) {}

    /**
     * Who had it in hand.
     *
     * @param typedBy everybody who changed an answer or a paper; none of them is the second person
     */
    record Hands(UUID enteredBy, Set<UUID> typedBy, Instant createdAt, UUID changedBy, Instant changedAt) {
        Hands {
            typedBy = Set.copyOf(typedBy);
        }
    }

    State state() {
        return regime.procedure().state(progress.state());
    }

    int version() {
        return progress.version();
    }

    /** The step that hands the file in: the one that starts or resumes the clock. While there is one, the form is open. */
    Optional<Transition> handingIn() {
        return handingIn(regime, progress.state());
    }

    static Optional<Transition> handingIn(RegimeVersion regime, String state) {
        return regime.procedure().from(state).stream()
                .filter(transition ->
                        transition.clock() == ClockEffect.START || transition.clock() == ClockEffect.RESUME)
                .findFirst();
    }

    boolean isDraft() {
        return progress.submissions() == 0;
    }

    List<String> attachmentCodes() {
        return regime.procedure().attachments().stream()
                .map(kind -> kind.code())
                .toList();
    }
}
