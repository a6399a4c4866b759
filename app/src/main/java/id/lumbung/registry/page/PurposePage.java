package id.lumbung.registry.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;

/**
 * Asks what personal data is needed for, before it is shown.
 *
 * @param field what is asked for, such as {@code identity:<person>}
 * @param of whose it is
 */
public record PurposePage(
        String enterprise,
        String enterpriseName,
        String field,
        String of,
        String whatKey,
        List<Choice> purposes,
        FieldProblems problems) {}
