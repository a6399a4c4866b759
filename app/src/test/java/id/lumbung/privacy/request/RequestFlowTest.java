package id.lumbung.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever is tried in whatever order. */
class RequestFlowTest {
    @Property(seed = Seeds.FIXED)
    void an_ended_request_stays_as_it_ended(@ForAll @Size(max = 30) List<RequestAction> tried) {
        RequestState state = RequestState.RECEIVED;
        RequestState ended = null;

        for (RequestAction action : tried) {
            state = RequestFlow.after(state, action).orElse(state);
            if (ended != null) {
                assertThat(state).isEqualTo(ended);
            } else if (state.ended()) {
                ended = state;
            }
        }
    }

    @Property(seed = Seeds.FIXED)
    void an_answer_comes_only_from_somebody_who_took_it_in_hand(@ForAll @Size(max = 30) List<RequestAction> tried) {
        RequestState state = RequestState.RECEIVED;
        int hands = 0;

        for (RequestAction action : tried) {
            RequestState next = RequestFlow.after(state, action).orElse(state);
            if (next != state) {
                hands += action == RequestAction.TAKE ? 1 : action == RequestAction.RELEASE ? -1 : 0;
            }
            state = next;
            if (state == RequestState.ANSWERED || state == RequestState.REFUSED) {
                assertThat(hands).isEqualTo(1);
            }
        }
    }

    @Property(seed = Seeds.FIXED)
    void every_open_request_can_still_end(@ForAll RequestState state) {
        List<RequestAction> possible = RequestFlow.possible(state);

        assertThat(possible.isEmpty()).isEqualTo(state.ended());
        assertThat(possible).allMatch(action -> RequestFlow.after(state, action).isPresent());
        if (!state.ended()) {
            assertThat(possible).contains(RequestAction.CANCEL);
        }
    }

    @Property(seed = Seeds.FIXED)
    void the_deadline_is_seventy_two_hours_whatever_the_day(@ForAll long second) {
        Instant received = Instant.ofEpochSecond(Math.floorMod(second, 4_000_000_000L));

        assertThat(Duration.between(received, RequestFlow.dueAt(received))).isEqualTo(Duration.ofHours(72));
    }
}
