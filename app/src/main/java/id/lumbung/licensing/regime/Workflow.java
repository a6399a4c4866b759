package id.lumbung.licensing.regime;

import id.lumbung.identity.Role;
import java.util.List;
import java.util.Set;

/** The way through the office as a pure function: state, action and actor in, new state or the reason against it out. */
public final class Workflow {
    private final Procedure procedure;

    private Workflow(Procedure procedure) {
        this.procedure = procedure;
    }

    public static Workflow of(Procedure procedure) {
        return new Workflow(procedure);
    }

    public static Workflow of(RegimeVersion regime) {
        return new Workflow(regime.procedure());
    }

    /**
     * Who acts.
     *
     * @param roles held where the case lies
     * @param enteredIt whether this person entered the application
     */
    public record Acting(Set<Role> roles, boolean enteredIt) {
        public Acting {
            roles = Set.copyOf(roles);
        }
    }

    public sealed interface Step {
        record Moved(State to, Transition by) implements Step {}

        record Denied(Denial why) implements Step {}
    }

    public enum Denial {
        /** Nothing leads on from an ended state. */
        ENDED,
        /** The action does not exist in this state. */
        NOT_HERE,
        /** The roles do not allow it. */
        NOT_YOURS,
        /** Somebody other than who entered it must do this. */
        SECOND_PERSON
    }

    public Step apply(String state, String action, Acting acting) {
        State current = procedure.state(state);
        if (current.ended()) {
            return new Step.Denied(Denial.ENDED);
        }
        return procedure
                .findTransition(state, action)
                .<Step>map(transition -> step(transition, acting))
                .orElseGet(() -> new Step.Denied(Denial.NOT_HERE));
    }

    private Step step(Transition transition, Acting acting) {
        if (transition.roles().stream().noneMatch(acting.roles()::contains)) {
            return new Step.Denied(Denial.NOT_YOURS);
        }
        if (transition.secondPerson() && acting.enteredIt()) {
            return new Step.Denied(Denial.SECOND_PERSON);
        }
        return new Step.Moved(procedure.state(transition.to()), transition);
    }

    /** What this person can do now. */
    public List<Transition> open(String state, Acting acting) {
        return procedure.state(state).ended()
                ? List.of()
                : procedure.from(state).stream()
                        .filter(transition -> step(transition, acting) instanceof Step.Moved)
                        .toList();
    }
}
