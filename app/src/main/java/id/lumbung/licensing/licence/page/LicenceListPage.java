package id.lumbung.licensing.licence.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Licences, the newest first.
 *
 * @param next address of the following page
 */
public record LicenceListPage(
        Filter filter,
        long total,
        List<Line> lines,
        @Nullable String next,
        boolean mayExport,
        FieldProblems problems) {

    /** What was chosen, and what can be chosen. */
    public record Filter(
            String kecamatan,
            String state,
            String from,
            String to,
            String number,
            List<Choice> kecamatanChoices,
            List<Choice> stateChoices) {}

    public record Line(
            String href,
            String number,
            String business,
            String holder,
            String place,
            String issuedOn,
            String state,
            String tone) {}
}
