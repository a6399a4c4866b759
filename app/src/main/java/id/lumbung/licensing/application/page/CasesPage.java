package id.lumbung.licensing.application.page;

import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All applications within sight. */
public record CasesPage(
        String words,
        String state,
        List<Choice> states,
        List<CaseLine> lines,
        @Nullable String next) {}
