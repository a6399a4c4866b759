package id.lumbung.licensing.regime;

import id.lumbung.identity.Role;
import java.util.Set;

/**
 * A step from one state to another.
 *
 * @param action what is done, such as {@code verify}; unique per state
 * @param roles who may do it
 * @param secondPerson whether it must be somebody other than the person who entered the application
 */
public record Transition(
        String action,
        Words name,
        String from,
        String to,
        Set<Role> roles,
        boolean secondPerson,
        ClockEffect clock,
        Set<Asked> asks,
        CaseEffect effect) {
    public Transition {
        roles = Set.copyOf(roles);
        asks = Set.copyOf(asks);
    }
}
