package id.lumbung.registry.origin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a list says of an enterprise.
 *
 * @param source title of the list
 * @param href where it can be looked at
 * @param line of the list
 * @param on the day it is of, or came in
 */
public record StatedFacts(String source, @Nullable String href, int line, LocalDate on, List<StatedFact> facts) {
    public StatedFacts {
        facts = List.copyOf(facts);
    }
}
