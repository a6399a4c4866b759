package id.lumbung.matching.pair;

import id.lumbung.linkage.LinkageSettings;
import id.lumbung.linkage.Zone;

/**
 * What follows from a probability: linked, asked about or left alone, by what a wrong and a missed link cost in looks of a
 * clerk. Two enterprises of the register are never joined by a probability: numbers were given and licences issued, so a
 * person is asked.
 */
public final class Zones {
    private static final LinkageSettings COSTS = LinkageSettings.standard();
    private static final double REGISTERED = 0.5;

    private Zones() {}

    /** Pairs below are not kept. */
    public static double least() {
        return COSTS.noLinkTo();
    }

    public static boolean isKept(double business) {
        return COSTS.zone(business) != Zone.NO_LINK;
    }

    public static PairState of(double business, int registered) {
        return COSTS.zone(business) == Zone.LINK && registered < 2 ? PairState.LINKED : PairState.OPEN;
    }

    /** What asking a person is worth: most in the middle of doubt, more where the register is concerned. */
    static double worth(double business, int registered) {
        return 4 * business * (1 - business) + REGISTERED * registered;
    }
}
