package id.lumbung.licensing.application.page;

import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about a case, and what this person can do with it now. */
public record ReviewPage(
        Head head,
        List<Section> sections,
        List<String> warnings,
        List<PaperLine> papers,
        Size size,
        KnownFragment known,
        List<Happening> history,
        List<CorrectionLine> corrections,
        List<ReadingLog.Reading> readings,
        Decision decision) {

    public record Head(
            String path,
            String receipt,
            String regime,
            String business,
            String lead,
            String state,
            String tone,
            String deadline,
            String deadlineTone,
            @Nullable String enterpriseHref,
            @Nullable String licenceHref) {}

    public record Section(String title, List<Fact> facts) {}

    /** One fact; {@code maskedField} names what can be unmasked, or is null. */
    public record Fact(String label, String value, @Nullable String maskedField) {}

    /** The size class and the lines that lead to it. */
    public record Size(String sizeClass, String rule, List<String> lines) {}

    public record Happening(
            String iso,
            String when,
            String title,
            @Nullable String note,
            String by,
            String tone,
            List<String> details) {}

    /**
     * What can be done.
     *
     * @param mayEnter whether the form is open to this person
     * @param fields what can be named as to be corrected
     * @param given what was given when the step was refused
     */
    public record Decision(
            int version,
            boolean mayEnter,
            String handIn,
            List<Action> actions,
            List<Choice> grounds,
            List<Choice> fields,
            Map<String, String> given,
            FieldProblems problems,
            @Nullable String why) {}

    public record Action(String code, String name, boolean note, boolean ground, boolean corrections, boolean danger) {}
}
