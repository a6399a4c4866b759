package id.lumbung.licensing.application.page;

import id.lumbung.platform.FieldProblems;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The application form. */
public record FormPage(
        Head head,
        int version,
        @Nullable String savedAt,
        Map<String, List<String>> answers,
        FieldProblems problems,
        Map<String, String> warnings,
        FormChoices choices,
        List<PaperLine> papers,
        List<CorrectionLine> corrections,
        KnownFragment known) {

    /** Which application it is. {@code first} until it has been handed in once. */
    public record Head(UUID id, String receipt, String regime, String kecamatan, String handIn, boolean first) {}

    public String of(String field) {
        List<String> typed = answers.get(field);
        return typed == null ? "" : typed.getFirst();
    }

    public List<String> all(String field) {
        return answers.getOrDefault(field, List.of());
    }

    public @Nullable String warning(String field) {
        return warnings.get(field);
    }

    public String path() {
        return "/permohonan/" + head.id();
    }
}
