package id.lumbung.licensing.regime;

import java.util.List;
import java.util.Optional;

/**
 * The way of an application through the office.
 *
 * @param states the first one is where every case begins
 */
public record Procedure(
        List<State> states, List<Transition> transitions, List<AttachmentKind> attachments, Deadline deadline) {
    public Procedure {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
        attachments = List.copyOf(attachments);
    }

    public State first() {
        return states.getFirst();
    }

    public State state(String code) {
        return findState(code).orElseThrow(() -> new IllegalStateException("no state " + code + " in this procedure"));
    }

    public Optional<State> findState(String code) {
        return states.stream().filter(state -> state.code().equals(code)).findFirst();
    }

    public Optional<Transition> findTransition(String from, String action) {
        return transitions.stream()
                .filter(transition ->
                        transition.from().equals(from) && transition.action().equals(action))
                .findFirst();
    }

    public List<Transition> from(String state) {
        return transitions.stream()
                .filter(transition -> transition.from().equals(state))
                .toList();
    }

    public Optional<AttachmentKind> findAttachment(String code) {
        return attachments.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
