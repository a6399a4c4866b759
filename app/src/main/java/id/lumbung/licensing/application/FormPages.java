package id.lumbung.licensing.application;

import id.lumbung.licensing.application.check.AnswersCheck;
import id.lumbung.licensing.application.page.ConflictPage;
import id.lumbung.licensing.application.page.CorrectionLine;
import id.lumbung.licensing.application.page.FormChoices;
import id.lumbung.licensing.application.page.FormPage;
import id.lumbung.licensing.application.page.PaperLine;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliCode;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sectors;
import id.lumbung.registry.NikUnknownReason;
import id.lumbung.registry.Sex;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the form shows. */
@Component
class FormPages {
    private final Attachments attachments;
    private final CaseStore store;
    private final KnownEnterprises known;
    private final AnswersCheck check;
    private final Regions regions;
    private final Kbli kbli;
    private final Sectors sectors;
    private final Clock clock;

    FormPages(
            Attachments attachments,
            CaseStore store,
            KnownEnterprises known,
            AnswersCheck check,
            Regions regions,
            Kbli kbli,
            Sectors sectors,
            Clock clock) {
        this.attachments = attachments;
        this.store = store;
        this.known = known;
        this.check = check;
        this.regions = regions;
        this.kbli = kbli;
        this.sectors = sectors;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    FormPage form(Case of, FieldProblems problems, Texts texts) {
        Answers answers = of.answers();
        Map<String, List<String>> typed = new HashMap<>();
        answers.values().forEach((question, values) -> typed.put(question.field(), values));
        Map<String, String> warnings = new LinkedHashMap<>();
        for (FieldProblem warning : check.warnings(answers)) {
            warnings.merge(warning.field(), texts.t(warning), (a, b) -> a + " " + b);
        }
        return new FormPage(
                new FormPage.Head(
                        of.id(),
                        of.receipt(),
                        of.regime().name().in(texts),
                        regions.get(of.kecamatan()).name(),
                        of.handingIn().map(step -> step.name().in(texts)).orElse(""),
                        of.isDraft()),
                of.version(),
                answers.values().isEmpty() ? null : texts.time(of.hands().changedAt()),
                typed,
                problems,
                warnings,
                choices(of, texts),
                papers(of, texts),
                corrections(of, texts),
                known.find(answers, of.kecamatan(), of.enterprise(), texts));
    }

    private FormChoices choices(Case of, Texts texts) {
        Answers answers = of.answers();
        return new FormChoices(
                Arrays.stream(NikUnknownReason.values())
                        .map(reason -> new Choice(reason.name(), texts.t(reason.messageKey())))
                        .toList(),
                Arrays.stream(Sex.values())
                        .map(sex -> new Choice(sex.name(), texts.t(sex.messageKey())))
                        .toList(),
                named(AnswersCheck.EDUCATIONS, "licensing.education.", texts),
                named(AnswersCheck.LEGAL_FORMS, "registry.legal-form.", texts),
                named(AnswersCheck.TRADES, "licensing.trade.", texts),
                named(AnswersCheck.PREMISES_KINDS, "registry.premises.", texts),
                sectors.all().stream()
                        .map(sector -> new Choice(sector.code(), sector.name(texts.lang())))
                        .toList(),
                // the name first: a letter typed in the list finds it
                regions.villagesOf(of.kecamatan()).stream()
                        .map(village -> new Choice(village.code(), village.name() + " (" + village.kind() + ")"))
                        .toList(),
                found(answers));
    }

    private static List<Choice> named(List<String> codes, String beginning, Texts texts) {
        return codes.stream()
                .map(code -> new Choice(code, texts.t(beginning + code)))
                .toList();
    }

    private FormChoices.Found found(Answers answers) {
        List<Choice> chosen = answers.all(Question.KBLI_CODE).stream()
                .map(code -> new Choice(code, title(code)))
                .toList();
        List<Choice> hits = answers.has(Question.KBLI) ? suggestions(answers.of(Question.KBLI)) : List.of();
        List<Choice> homes = answers.has(Question.HOME_REGION_CODE)
                ? List.of()
                : check.homeRegions(answers).stream()
                        .map(region -> new Choice(region.code(), regions.path(region.code())))
                        .toList();
        return new FormChoices.Found(
                chosen,
                hits.stream()
                        .filter(hit -> !answers.all(Question.KBLI_CODE).contains(hit.value()))
                        .toList(),
                homes.size() < 2 ? List.of() : homes);
    }

    private String title(String versionAndCode) {
        String[] parts = versionAndCode.split(":", 2);
        return parts.length < 2
                ? versionAndCode
                : kbli.find(parts[0], parts[1]).map(Issuing::line).orElse(versionAndCode);
    }

    /** Codes of the version in force that the words can mean. */
    List<Choice> suggestions(String words) {
        String version = kbli.versionInForce(LocalDate.now(clock)).code();
        return kbli.search(words, version, 8).stream()
                .map(hit -> choice(hit.kbli()))
                .toList();
    }

    private static Choice choice(KbliCode code) {
        return new Choice(
                code.version() + ":" + code.code(), code.code() + " " + code.title(), "KBLI " + code.version());
    }

    @Transactional(readOnly = true)
    List<PaperLine> papers(Case of, Texts texts) {
        List<Attachment> there = attachments.current(of.id());
        return of.regime().procedure().attachments().stream()
                .map(kind -> paper(of, kind, there, texts))
                .toList();
    }

    PaperLine paper(Case of, AttachmentKind kind, List<Attachment> there, Texts texts) {
        Attachment kept = there.stream()
                .filter(attachment -> attachment.kind().equals(kind.code()))
                .findFirst()
                .orElse(null);
        String path = "/permohonan/" + of.id() + "/lampiran/";
        return new PaperLine(
                kind.code(),
                kind.name().in(texts),
                kind.hint().in(texts),
                kind.required(),
                kind.imageOnly(),
                path + kind.code(),
                kept == null ? null : path + kept.id(),
                kept != null && kept.isImage(),
                kept == null ? 0 : Math.max(1, kept.bytes() / 1024),
                kept == null ? 0 : kept.pages());
    }

    /** What was asked for when the file was last returned, while it is not handed in again. */
    @Transactional(readOnly = true)
    List<CorrectionLine> corrections(Case of, Texts texts) {
        if (of.isDraft() || of.handingIn().isEmpty()) {
            return List.of();
        }
        List<CaseEvent> events = store.eventsOf(of.id());
        return events.reversed().stream()
                .filter(event -> event.to().equals(of.progress().state()))
                .limit(1)
                .flatMap(event -> event.corrections().stream())
                .map(correction -> new CorrectionLine(
                        correction.field(), label(of, correction.field(), texts), correction.sentence()))
                .toList();
    }

    static String label(Case of, String field, Texts texts) {
        return of.regime()
                .procedure()
                .findAttachment(field)
                .map(kind -> kind.name().in(texts))
                .or(() -> Question.find(field).map(question -> texts.t(question.labelKey())))
                .orElse(field);
    }

    /** Both values of every question that differs. */
    ConflictPage conflict(Case theirs, Answers mine, UUID unmerged, @Nullable String other, Texts texts) {
        List<ConflictPage.Line> lines = Arrays.stream(Question.values())
                .filter(question -> !mine.all(question).equals(theirs.answers().all(question)))
                .map(question -> new ConflictPage.Line(
                        question.field(),
                        texts.t(question.labelKey()),
                        String.join(", ", mine.all(question)),
                        String.join(", ", theirs.answers().all(question))))
                .toList();
        return new ConflictPage(
                "/permohonan/" + theirs.id(),
                theirs.receipt(),
                unmerged.toString(),
                theirs.version(),
                other == null ? "" : other,
                texts.time(theirs.hands().changedAt()),
                lines);
    }
}
