package id.lumbung.reference;

import java.util.Set;

/** An answer of the activity search, best first, with the office's sectors of the code. */
public record KbliHit(KbliCode kbli, Set<String> sectors) {

    public KbliHit {
        sectors = Set.copyOf(sectors);
    }
}
