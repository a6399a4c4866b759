package id.lumbung.registry.page;

import id.lumbung.platform.FieldProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that records a NIB.
 *
 * @param suggestion the thirteen digits that twelve typed ones probably are
 * @param others how many other enterprises stand under the typed NIB, when that has to be confirmed
 * @param conflict whether somebody else has changed the enterprise meanwhile
 */
public record NibPage(
        String enterprise,
        String enterpriseName,
        int version,
        String nib,
        String issuedOn,
        String note,
        @Nullable String suggestion,
        long others,
        boolean conflict,
        List<EnterprisePage.NibLine> recorded,
        FieldProblems problems) {}
