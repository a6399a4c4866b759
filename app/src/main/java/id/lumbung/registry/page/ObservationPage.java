package id.lumbung.registry.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;

/**
 * The form that adds an observation.
 *
 * @param conflict whether somebody else has changed the enterprise meanwhile
 * @param recorded the newest ones there
 */
public record ObservationPage(
        String enterprise,
        String enterpriseName,
        int version,
        List<Choice> kinds,
        String kind,
        String value,
        String year,
        String validOn,
        String source,
        String evidence,
        boolean conflict,
        List<EnterprisePage.Seen> recorded,
        FieldProblems problems) {}
