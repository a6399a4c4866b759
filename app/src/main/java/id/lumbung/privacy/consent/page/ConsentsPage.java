package id.lumbung.privacy.consent.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person has said about each purpose, and the form for what she says now. */
public record ConsentsPage(
        String path,
        String name,
        List<String> businesses,
        List<ConsentLine> lines,
        List<Said> history,
        Form form,
        List<String> holds) {

    /** One statement of the past. */
    public record Said(
            String iso,
            String at,
            String what,
            String how,
            @Nullable String by) {}

    /**
     * What can be chosen and what was typed.
     *
     * @param request the data request by which she asks, or null
     */
    public record Form(
            List<Choice> purposes,
            List<Choice> hows,
            Typed typed,
            FieldProblems problems,
            @Nullable String request) {}

    public record Typed(String purpose, String given, String how, String saidOn) {}
}
