package id.lumbung.matching.pair;

import id.lumbung.registry.Registry;
import org.springframework.stereotype.Component;

/** What a judgement on two enterprises of the register means for the register. */
@Component
public class Merging {
    private final Registry registry;

    Merging(Registry registry) {
        this.registry = registry;
    }

    /** The two become one; the number of the other leads to it from now on. */
    public void merge(Pair pair, String why) {}

    /** The two are two again. */
    public void unmerge(Pair pair, String why) {}
}
