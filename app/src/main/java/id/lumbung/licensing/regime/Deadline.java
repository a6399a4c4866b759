package id.lumbung.licensing.regime;

import id.lumbung.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * How long the office has.
 *
 * @param workingDays from the day on which the file was complete
 * @param escalateTo who is shown the case, when the effect is escalation
 */
public record Deadline(
        int workingDays, DeadlineEffect effect, @Nullable Role escalateTo) {}
