package id.lumbung.registry.origin;

import id.lumbung.registry.EnterpriseId;
import java.util.List;

/**
 * Whoever keeps rows that are judged to be about an enterprise, without being records of the register, tells what they say.
 * It is shown as the weakest source and never counts.
 */
public interface FactsFromElsewhere {
    /** Of this number alone; of what became part of it the register asks separately. Within sight. */
    List<StatedFacts> of(EnterpriseId enterprise);
}
