package id.lumbung.reference;

import java.time.Instant;
import java.util.List;

/** One change of the reference data: the key of a sentence and its arguments, who made it and when. */
public record ReferenceChange(String part, String what, List<String> args, String actor, Instant at) {

    public ReferenceChange {
        args = List.copyOf(args);
    }
}
