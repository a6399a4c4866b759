package id.lumbung.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a request, in one table, and its deadline: 3×24 hours from the moment it was received, by the clock and not
 * by working days (UU 27/2022 art. 30 to 32).
 */
public final class RequestFlow {
    public static final Duration DEADLINE = Duration.ofHours(72);
    /** Unanswered for so long, a request is shown as escalated: a day is left. */
    public static final Duration ESCALATION = Duration.ofHours(48);

    private static final Map<RequestState, Map<RequestAction, RequestState>> STEPS = Map.of(
            RequestState.RECEIVED,
                    Map.of(
                            RequestAction.TAKE, RequestState.TAKEN,
                            RequestAction.CANCEL, RequestState.CANCELLED),
            RequestState.TAKEN,
                    Map.of(
                            RequestAction.RELEASE, RequestState.RECEIVED,
                            RequestAction.ANSWER, RequestState.ANSWERED,
                            RequestAction.REFUSE, RequestState.REFUSED,
                            RequestAction.CANCEL, RequestState.CANCELLED),
            RequestState.ANSWERED, Map.of(),
            RequestState.REFUSED, Map.of(),
            RequestState.CANCELLED, Map.of());

    private RequestFlow() {}

    public static Optional<RequestState> after(RequestState state, RequestAction action) {
        return Optional.ofNullable(steps(state).get(action));
    }

    public static List<RequestAction> possible(RequestState state) {
        return Arrays.stream(RequestAction.values())
                .filter(steps(state)::containsKey)
                .toList();
    }

    private static Map<RequestAction, RequestState> steps(RequestState state) {
        return STEPS.getOrDefault(state, Map.of());
    }

    public static Instant dueAt(Instant receivedAt) {
        return receivedAt.plus(DEADLINE);
    }
}
