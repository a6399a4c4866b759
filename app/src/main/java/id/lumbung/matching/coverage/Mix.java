package id.lumbung.matching.coverage;

import java.util.List;
import java.util.UUID;

/** How many businesses are on exactly these lists and stand so in the register. */
record Mix(List<UUID> lists, Standing standing, long businesses) {
    Mix {
        lists = List.copyOf(lists);
    }

    /** How a business stands in the register. */
    enum Standing {
        LICENSED,
        REGISTERED,
        NEITHER
    }
}
