package id.lumbung.licensing.application.check;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.Nib;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.OwnerFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers come to.
 *
 * @param problems what stands against handing in
 * @param warnings what is odd and does not stand against it
 * @param facts null while there are problems
 */
public record Checked(
        FieldProblems problems,
        List<FieldProblem> warnings,
        @Nullable Facts facts) {
    public record Facts(
            OwnerFacts owner,
            BusinessFacts business,
            List<ObservedFact> observations,
            @Nullable Nib nib) {}
}
