package id.lumbung.licensing.licence.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register book on the screen: its first lines, and the form to download it.
 *
 * @param refusal why a download was refused, as a sentence
 */
public record RegisterPage(
        Asked asked,
        List<Choice> kecamatanChoices,
        @Nullable String kecamatanName,
        List<Line> lines,
        long total,
        Rights rights,
        FieldProblems problems,
        @Nullable String refusal) {

    public record Asked(String kecamatan, String from, String to, String format, boolean full, String purpose) {}

    public record Line(
            int runningNo,
            String number,
            String date,
            String holder,
            String nik,
            String business,
            String address,
            String state,
            String tone) {}

    public record Rights(boolean mayExport, boolean mayUnmask) {}
}
