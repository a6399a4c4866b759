package id.lumbung.licensing.application;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.licensing.regime.Asked;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.CaseEffect;
import id.lumbung.licensing.regime.ClockEffect;
import id.lumbung.licensing.regime.Transition;
import id.lumbung.licensing.regime.Words;
import id.lumbung.licensing.regime.Workflow;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Stale;
import id.lumbung.registry.EnterpriseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter and the review desk for callers without a page, on behalf of the current actor, with the rules of the
 * pages. A caller says which version it read; when that is no longer the current one, it is {@link Stale}.
 */
@Component
@Transactional
public class ApplicationDesk {
    /** One line of a list. {@code place} is where the list goes on after it. */
    public record Line(
            UUID id,
            String receipt,
            String kecamatan,
            @Nullable String village,
            String state,
            String owner,
            String business,
            @Nullable LocalDate due,
            boolean escalated,
            String place) {}

    public record Counts(long waiting, long drafts, long returned, long late) {}

    /** A case with everything about it but personal answers. */
    public record File(
            UUID id,
            String receipt,
            int version,
            String kecamatan,
            Regime regime,
            Progress progress,
            Map<String, List<String>> answers,
            Set<String> masked,
            List<Paper> papers,
            Desk desk) {}

    public record Regime(String code, int version, Words name) {}

    public record Progress(
            String state,
            Words name,
            boolean ended,
            @Nullable Instant submittedAt,
            @Nullable LocalDate due,
            boolean escalated,
            @Nullable UUID enterprise,
            @Nullable UUID licence) {}

    public record Paper(UUID id, String kind, String contentType, int bytes, int pages, Instant uploadedAt) {}

    /** What has happened, and what this person can do next. */
    public record Desk(List<Happening> history, boolean mayEnter, List<Step> steps) {}

    public record Happening(
            Instant at,
            String action,
            String state,
            @Nullable String by,
            @Nullable String note,
            @Nullable String ground,
            Map<String, String> corrections) {}

    public record Step(String action, Words name, boolean asksNote, boolean asksGround, boolean asksCorrections) {}

    /**
     * What became of saving.
     *
     * @param filled answers that follow from others
     * @param warned fields in which something is odd, with the key of the sentence
     */
    public record Kept(UUID id, int version, Map<String, String> filled, List<Warning> warned) {}

    public record Warning(String field, String messageKey, List<Object> arguments) {}

    /**
     * Handed in.
     *
     * @param caseCode with which the applicant follows the case; told once, null when the file had been handed in before
     */
    public record HandedIn(UUID id, int version, @Nullable String caseCode) {}

    public record Document(String contentType, byte[] content) {}

    /** What an applicant may know who shows the code of a receipt. No personal data. */
    public record Followed(
            String receipt,
            String kecamatan,
            Words state,
            boolean ended,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate due,
            boolean paused,
            List<Followed.Change> history) {
        public record Change(LocalDate on, Words state) {}
    }

    private final Applications applications;
    private final CaseStore store;
    private final CaseSteps steps;
    private final CaseCodes codes;
    private final Attachments attachments;
    private final WorkList workList;
    private final Accounts accounts;
    private final ReadingLog readings;
    private final CurrentActor currentActor;

    ApplicationDesk(
            Applications applications,
            CaseStore store,
            CaseSteps steps,
            CaseCodes codes,
            Attachments attachments,
            WorkList workList,
            Accounts accounts,
            ReadingLog readings,
            CurrentActor currentActor) {
        this.applications = applications;
        this.store = store;
        this.steps = steps;
        this.codes = codes;
        this.attachments = attachments;
        this.workList = workList;
        this.accounts = accounts;
        this.readings = readings;
        this.currentActor = currentActor;
    }

    /** What waits for this person: escalated and late first, then by deadline. */
    @Transactional(readOnly = true)
    public List<Line> waiting(@Nullable String after, int limit) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_APPLICATIONS);
        return workList.waiting(actor, WorkList.After.read(after), limit).stream()
                .map(line -> line(line, WorkList.After.of(line).toString()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Counts counts() {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_APPLICATIONS);
        WorkList.Counts counts = workList.counts(actor);
        return new Counts(counts.waiting(), counts.drafts(), counts.returned(), counts.late());
    }

    /** All within sight, the last changed first. */
    @Transactional(readOnly = true)
    public List<Line> list(@Nullable String words, @Nullable String state, @Nullable String after, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_APPLICATIONS);
        return workList.all(words, state, after, limit).stream()
                .map(line -> line(line, WorkList.afterOf(line)))
                .toList();
    }

    private static Line line(WorkList.Line line, String place) {
        return new Line(
                line.id(),
                line.receipt(),
                line.place().kecamatan(),
                line.place().village(),
                line.state(),
                line.owner(),
                line.business(),
                line.timing().due(),
                line.timing().escalatedAt() != null,
                place);
    }

    @Transactional(readOnly = true)
    public File get(UUID id) {
        Case of = seen(id);
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Set<String> masked = new HashSet<>();
        of.answers().values().forEach((question, given) -> {
            if (question.personal()) {
                masked.add(question.field());
            } else {
                answers.put(question.field(), given);
            }
        });
        EnterpriseId enterprise = of.enterprise();
        return new File(
                of.id(),
                of.receipt(),
                of.version(),
                of.kecamatan(),
                new Regime(of.regime().code(), of.regime().number(), of.regime().name()),
                new Progress(
                        of.state().code(),
                        of.state().name(),
                        of.state().ended(),
                        of.progress().submittedAt(),
                        of.progress().dueOn(),
                        of.progress().escalatedAt() != null,
                        enterprise == null ? null : enterprise.value(),
                        of.licence()),
                answers,
                new java.util.TreeSet<>(masked),
                attachments.current(id).stream()
                        .map(paper -> new Paper(
                                paper.id(),
                                paper.kind(),
                                paper.contentType(),
                                paper.bytes(),
                                paper.pages(),
                                paper.uploadedAt()))
                        .toList(),
                desk(of));
    }

    private Desk desk(Case of) {
        Actor actor = currentActor.require();
        List<CaseEvent> events = store.eventsOf(of.id());
        Set<UUID> people = new HashSet<>();
        events.forEach(event -> {
            if (event.actor() != null) {
                people.add(event.actor());
            }
        });
        Map<UUID, String> names = accounts.namesOf(people);
        return new Desk(
                events.stream().map(event -> happening(event, names)).toList(),
                applications.mayEnter(of, actor),
                Workflow.of(of.regime()).open(of.progress().state(), Applications.acting(actor, of)).stream()
                        .filter(step -> step.clock() != ClockEffect.START && step.clock() != ClockEffect.RESUME)
                        .map(step -> new Step(
                                step.action(),
                                step.name(),
                                step.asks().contains(Asked.NOTE),
                                step.asks().contains(Asked.GROUND),
                                step.asks().contains(Asked.CORRECTIONS)))
                        .toList());
    }

    private static Happening happening(CaseEvent event, Map<UUID, String> names) {
        Map<String, String> corrections = new LinkedHashMap<>();
        event.corrections().forEach(correction -> corrections.put(correction.field(), correction.sentence()));
        UUID actor = event.actor();
        return new Happening(
                event.at(),
                event.action(),
                event.to(),
                actor == null ? null : names.get(actor),
                event.note(),
                event.ground(),
                corrections);
    }

    private Case seen(UUID id) {
        Case of = applications.get(id);
        currentActor.require().require(Permission.SEE_APPLICATIONS, of.kecamatan());
        return of;
    }

    /** All answers as typed, to somebody who may change them; the look is recorded. */
    public Map<String, List<String>> answers(UUID id) {
        Case of = seen(id);
        if (!applications.mayEnter(of, currentActor.require())) {
            currentActor.require().require(Permission.UNMASK, of.kecamatan());
        }
        readings.record("application", id, "form", "api", of.kecamatan());
        return fields(of.answers());
    }

    private static Map<String, List<String>> fields(Answers answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        answers.values().forEach((question, given) -> fields.put(question.field(), given));
        return fields;
    }

    public UUID begin(String kecamatan, String regime, Map<String, List<String>> answers) {
        return applications.begin(kecamatan, regime, read(answers));
    }

    /** Keeps the answers, valid or not, in place of the earlier ones. */
    public Kept save(UUID id, int version, Map<String, List<String>> answers) {
        requireVersion(id, version);
        return switch (applications.save(id, version, read(answers))) {
            case Saved.Kept kept -> {
                Map<String, String> filled = new LinkedHashMap<>();
                kept.fill().forEach((question, answer) -> filled.put(question.field(), answer));
                yield new Kept(
                        id,
                        kept.now().version(),
                        filled,
                        kept.warnings().stream()
                                .map(warning -> new Warning(warning.field(), warning.messageKey(), warning.arguments()))
                                .toList());
            }
            case Saved.Conflict ignored -> throw new Stale();
            case Saved.Incomplete ignored -> throw new IllegalStateException("saving hands nothing in");
            case Saved.HandedIn ignored -> throw new IllegalStateException("saving hands nothing in");
        };
    }

    private static Answers read(Map<String, List<String>> answers) {
        FieldProblems problems = new FieldProblems();
        Map<String, String[]> fields = new LinkedHashMap<>();
        answers.forEach((field, given) -> {
            if (Question.find(field).isEmpty()) {
                problems.add("answers." + field, "licensing.check.question.unknown");
            } else {
                fields.put(field, given.toArray(String[]::new));
            }
        });
        Invalid.unlessEmpty(problems);
        return Answers.of(fields);
    }

    /** Adds a paper in place of the current one of its kind. */
    public Paper attach(UUID id, String kind, byte[] content) {
        applications.attach(id, kind, content);
        return attachments.current(id).stream()
                .filter(paper -> paper.kind().equals(kind))
                .map(paper -> new Paper(
                        paper.id(),
                        paper.kind(),
                        paper.contentType(),
                        paper.bytes(),
                        paper.pages(),
                        paper.uploadedAt()))
                .findFirst()
                .orElseThrow();
    }

    /** Hands in what is kept. */
    public HandedIn handIn(UUID id, int version) {
        Case before = requireVersion(id, version);
        return switch (applications.handIn(id, version, before.answers())) {
            case Saved.HandedIn(Case now) ->
                new HandedIn(id, now.version(), before.isDraft() ? applications.newCaseCode(id) : null);
            case Saved.Incomplete(Case ignored, FieldProblems problems, var warnings) -> throw new Invalid(problems);
            case Saved.Conflict ignored -> throw new Stale();
            case Saved.Kept ignored -> throw new IllegalStateException("handing in does more than keeping");
        };
    }

    /** Whether the step decides the case, rather than moving it on. */
    @Transactional(readOnly = true)
    public boolean decides(UUID id, String action) {
        Case of = seen(id);
        return of.regime()
                .procedure()
                .findTransition(of.progress().state(), action)
                .map(Transition::effect)
                .filter(effect -> effect == CaseEffect.ISSUE || effect == CaseEffect.REFUSE)
                .isPresent();
    }

    /** Takes a step of the regime; returns the new version. */
    public int act(
            UUID id,
            int version,
            String action,
            @Nullable String note,
            @Nullable String ground,
            Map<String, String> corrections) {
        Case of = seen(id);
        FieldProblems problems = new FieldProblems();
        corrections.forEach((field, sentence) -> {
            boolean known =
                    Question.find(field).isPresent() || of.attachmentCodes().contains(field);
            if (!known || sentence.isBlank()) {
                problems.add("corrections." + field, "licensing.check.question.unknown");
            }
        });
        Invalid.unlessEmpty(problems);
        CaseSteps.Given given = new CaseSteps.Given(
                note,
                ground,
                corrections.entrySet().stream()
                        .map(entry -> new CaseEvent.Correction(entry.getKey(), entry.getValue()))
                        .toList());
        return switch (steps.act(id, version, action, given)) {
            case CaseSteps.Acted.Done(Case now) -> now.version();
            case CaseSteps.Acted.Stale ignored -> throw new Stale();
            case CaseSteps.Acted.Incomplete(Case ignored, FieldProblems missing) -> throw new Invalid(missing);
        };
    }

    /** One masked answer; the look is recorded. */
    public List<String> reveal(UUID id, String field) {
        Case of = seen(id);
        currentActor.require().require(Permission.UNMASK, of.kecamatan());
        Question question = Question.find(field)
                .filter(Question::personal)
                .orElseThrow(() -> new Invalid(new FieldProblems().add("field", "licensing.check.question.unknown")));
        readings.record("application", id, field, "review", of.kecamatan());
        return of.answers().all(question);
    }

    /** A paper; the look is recorded. */
    public Document paper(UUID id, UUID paper) {
        Case of = seen(id);
        currentActor.require().require(Permission.OPEN_DOCUMENT, of.kecamatan());
        Attachment found = attachments.find(id, paper).orElseThrow(Applications::notFound);
        readings.record("application", id, "document:" + found.kind(), "review", of.kecamatan());
        return new Document(found.contentType(), attachments.content(found));
    }

    /** A new code for the receipt; the earlier one opens nothing any more. */
    public String newCaseCode(UUID id) {
        Case of = seen(id);
        currentActor.require().require(Permission.ENTER_APPLICATION, of.kecamatan());
        return applications.newCaseCode(id);
    }

    /** Kinds of paper that the regime of a case knows. */
    @Transactional(readOnly = true)
    public List<AttachmentKind> papers(UUID id) {
        return seen(id).regime().procedure().attachments();
    }

    /** For the public: where a case stands, to whoever has the code. */
    @Transactional(readOnly = true)
    public Optional<Followed> follow(String code) {
        List<byte[]> fingerprints = codes.fingerprints(code);
        if (fingerprints.isEmpty()) {
            return Optional.empty();
        }
        return Sight.system(
                "an applicant follows a case by its code",
                () -> store.findByCaseCode(fingerprints).map(this::followed));
    }

    private Followed followed(Case of) {
        Instant submitted = of.progress().submittedAt();
        boolean running = of.progress().clock().phase() == CaseClock.Phase.RUNNING;
        return new Followed(
                of.receipt(),
                of.kecamatan(),
                of.state().forApplicant(),
                of.state().ended(),
                submitted == null
                        ? null
                        : submitted.atZone(id.lumbung.platform.Texts.ZONE).toLocalDate(),
                running ? of.progress().dueOn() : null,
                of.progress().clock().phase() == CaseClock.Phase.PAUSED,
                store.eventsOf(of.id()).stream()
                        .filter(event -> !event.to().equals(event.from()))
                        .map(event -> new Followed.Change(
                                event.at()
                                        .atZone(id.lumbung.platform.Texts.ZONE)
                                        .toLocalDate(),
                                of.regime().procedure().state(event.to()).name()))
                        .toList());
    }

    private Case requireVersion(UUID id, int version) {
        Case now = seen(id);
        if (now.version() != version) {
            throw new Stale();
        }
        return now;
    }

    /** Kept so that a caller may list the fields of the form. */
    public static List<String> questions() {
        return Arrays.stream(Question.values()).map(Question::field).toList();
    }
}
