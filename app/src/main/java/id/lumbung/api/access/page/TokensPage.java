package id.lumbung.api.access.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own tokens.
 *
 * @param made the text of the token just made, shown this once
 */
public record TokensPage(
        List<Row> tokens,
        Form form,
        List<Choice> scopes,
        @Nullable String made,
        FieldProblems problems) {
    public record Row(
            String id,
            String name,
            List<String> scopes,
            Instant expires,
            @Nullable Instant lastUsed,
            String state) {}

    public record Form(String name, List<String> scopes, String expires, String earliest, String latest) {}
}
