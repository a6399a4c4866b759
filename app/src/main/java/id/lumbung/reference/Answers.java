package id.lumbung.reference;

import id.lumbung.platform.page.Pages;
import id.lumbung.reference.page.SuggestionsPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Suggestions as JSON for the field with suggestions, or as a piece of HTML for whoever asks for that. */
public final class Answers {

    private Answers() {}

    public static Object suggestions(
            Pages pages, String template, @Nullable String accept, String words, List<Suggestion> suggestions) {
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            List<SuggestionsPage.Line> lines = suggestions.stream()
                    .map(line -> new SuggestionsPage.Line(
                            line.value(), line.label(), line.note() == null ? "" : line.note()))
                    .toList();
            return pages.show(template, new SuggestionsPage(words, lines));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Vary", "Accept")
                .body(suggestions);
    }
}
