package id.lumbung.registry.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;

/**
 * Lets an enterprise that became part of another stand by itself again.
 *
 * @param choices the enterprises that became part of this one, by number
 * @param chosen number of the one that was chosen, or empty
 * @param conflict whether the enterprise has changed since the form was read
 */
public record PartPage(
        String enterprise,
        String number,
        String name,
        int version,
        List<Choice> choices,
        String chosen,
        String reason,
        boolean conflict,
        FieldProblems problems) {}
