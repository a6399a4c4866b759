package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Role;
import id.lumbung.licensing.application.check.AnswersCheck;
import id.lumbung.licensing.application.check.Checked;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.licensing.regime.Transition;
import id.lumbung.licensing.regime.Workflow;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.Nib;
import id.lumbung.registry.NibRecord;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Registry;
import id.lumbung.registry.SourceKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From the first letter typed to handing the file in. */
@Component
public class Applications {
    private final CaseStore store;
    private final AnswersCheck check;
    private final Attachments attachments;
    private final CaseSteps steps;
    private final CaseCodes codes;
    private final Regimes regimes;
    private final Regions regions;
    private final Registry registry;
    private final CurrentActor currentActor;
    private final Clock clock;

    Applications(
            CaseStore store,
            AnswersCheck check,
            Attachments attachments,
            CaseSteps steps,
            CaseCodes codes,
            Regimes regimes,
            Regions regions,
            Registry registry,
            CurrentActor currentActor,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.attachments = attachments;
        this.steps = steps;
        this.codes = codes;
        this.regimes = regimes;
        this.regions = regions;
        this.registry = registry;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Begins a draft at the counter of a kecamatan, under the regime as it holds today. */
    @Transactional
    public UUID begin(String kecamatan, String regimeCode, Answers answers) {
        Actor actor = currentActor.require();
        if (regions.find(kecamatan)
                .filter(region -> region.level() == RegionLevel.KECAMATAN)
                .isEmpty()) {
            throw new Refused(ApplicationProblem.NOT_A_KECAMATAN, "licensing.problem.not-a-kecamatan");
        }
        RegimeVersion regime = regimes.inForce(regimeCode, LocalDate.now(clock));
        String first = regime.procedure().first().code();
        Transition handingIn = Case.handingIn(regime, first)
                .orElseThrow(() -> new Refused(ApplicationProblem.NOT_OPEN_FOR_ENTRY, "licensing.problem.not-open"));
        if (!actor.hasAny(handingIn.roles(), kecamatan)) {
            throw new AccessDeniedException("may not enter applications in " + kecamatan);
        }
        Instant now = clock.instant();
        Case draft = new Case(
                Ids.next(),
                store.nextReceipt(kecamatan, LocalDate.now(clock).getYear()),
                kecamatan,
                regime,
                answers,
                new Case.Progress(first, 1, 0, null, CaseClock.NOT_STARTED, null, null),
                new Case.Hands(actor.account(), Set.of(actor.account()), now, actor.account(), now),
                null,
                null);
        store.insert(draft);
        return draft.id();
    }

    /** A case within sight; refused when there is none. */
    @Transactional(readOnly = true)
    Case get(UUID id) {
        return store.find(id).orElseThrow(Applications::notFound);
    }

    static Refused notFound() {
        return new Refused(ApplicationProblem.APPLICATION_NOT_FOUND, "licensing.problem.not-found");
    }

    /** Whether this person can change the answers now. */
    boolean mayEnter(Case of, Actor actor) {
        return of.handingIn()
                .filter(step -> actor.hasAny(step.roles(), of.kecamatan()))
                .isPresent();
    }

    private Case openForEntry(UUID id) {
        Case current = store.findForUpdate(id).orElseThrow(Applications::notFound);
        if (current.handingIn().isEmpty()) {
            throw new Refused(ApplicationProblem.NOT_OPEN_FOR_ENTRY, "licensing.problem.not-open");
        }
        if (!mayEnter(current, currentActor.require())) {
            throw new AccessDeniedException("may not enter applications in " + current.kecamatan());
        }
        return current;
    }

    /** Keeps what was typed, valid or not, unless somebody else has saved since the version was read. */
    @Transactional
    Saved save(UUID id, int version, Answers typed) {
        Case before = openForEntry(id);
        if (before.version() != version && !before.answers().equals(typed)) {
            return new Saved.Conflict(before, typed);
        }
        Map<Question, String> fill = fillable(typed);
        Answers filled = typed;
        for (Map.Entry<Question, String> entry : fill.entrySet()) {
            filled = filled.with(entry.getKey(), entry.getValue());
        }
        Case now = before;
        if (!filled.equals(before.answers())) {
            store.save(id, filled, currentActor.require().account(), clock.instant());
            now = get(id);
        }
        return new Saved.Kept(now, fill, check.warnings(filled));
    }

    /** What the NIK says about birth and sex, where nothing stands yet. */
    private Map<Question, String> fillable(Answers typed) {
        Map<Question, String> fill = new EnumMap<>(Question.class);
        if (typed.has(Question.NIK_UNKNOWN)
                || !typed.has(Question.NIK)
                || Nik.problem("nik", typed.of(Question.NIK)).isPresent()) {
            return fill;
        }
        Nik nik = Nik.parse(typed.of(Question.NIK));
        if (!typed.has(Question.BIRTH_DATE)) {
            nik.birthDate(LocalDate.now(clock)).ifPresent(born -> fill.put(Question.BIRTH_DATE, born.toString()));
        }
        if (!typed.has(Question.SEX)) {
            nik.sex().ifPresent(sex -> fill.put(Question.SEX, sex.name()));
        }
        return fill;
    }

    /** Everything that stands against handing in: answers and papers together. */
    @Transactional(readOnly = true)
    Checked check(Case of) {
        Checked checked = check.check(of.answers(), of.kecamatan(), of.receipt());
        Set<String> there = attachments.currentKinds(of.id());
        of.regime().procedure().attachments().stream()
                .filter(kind -> kind.required() && !there.contains(kind.code()))
                .forEach(kind -> checked.problems().add(kind.code(), "licensing.check.attachment.missing"));
        return checked;
    }

    /** Keeps what was typed and hands the file in when everything is there; the clock starts or resumes. */
    @Transactional
    Saved handIn(UUID id, int version, Answers typed) {
        Saved saved = save(id, version, typed);
        if (!(saved instanceof Saved.Kept kept)) {
            return saved;
        }
        Case now = kept.now();
        Checked checked = check(now);
        Checked.Facts facts = checked.facts();
        if (facts == null || !checked.problems().isEmpty()) {
            return new Saved.Incomplete(now, checked.problems(), checked.warnings());
        }
        EnterpriseId enterprise = admit(now, facts);
        Transition step = now.handingIn().orElseThrow();
        Case moved =
                steps.take(now, step, currentActor.require(), new CaseSteps.Given(null, null, List.of()), enterprise);
        return new Saved.HandedIn(moved);
    }

    /** What comes in is kept as it came: each handing-in is a source record of its own. */
    private EnterpriseId admit(Case of, Checked.Facts facts) {
        String village = facts.business().villageCode();
        EnterpriseId known = of.enterprise() == null ? knownAs(of.answers()) : of.enterprise();
        EnterpriseId enterprise = registry.admit(
                new IncomingRecord(
                        SourceKind.APPLICATION,
                        of.id() + "/" + (of.progress().submissions() + 1),
                        village == null ? of.kecamatan() : village,
                        LocalDate.now(clock),
                        facts.owner(),
                        facts.business(),
                        facts.observations()),
                known);
        Nib nib = facts.nib();
        if (nib != null) {
            registry.recordNib(enterprise, new NibRecord(nib, null, of.receipt()));
        }
        return enterprise;
    }

    private static @Nullable EnterpriseId knownAs(Answers answers) {
        String chosen = answers.of(Question.KNOWN_AS);
        return chosen.matches("[0-9a-f-]{36}") ? EnterpriseId.of(chosen) : null;
    }

    /** Hands in what is already kept, for callers without a form. */
    @Transactional
    public void handIn(UUID id) {
        Case now = get(id);
        Saved saved = handIn(id, now.version(), now.answers());
        if (saved instanceof Saved.Incomplete(Case ignored, var problems, var warnings)) {
            throw new IllegalStateException("the application is not complete: " + problems.all());
        }
    }

    /** Adds a paper, for callers without a form; a file that is not taken is {@link Refused}. */
    @Transactional
    public void attach(UUID id, String kind, byte[] content) {
        Case to = openForEntry(id);
        AttachmentKind paper = to.regime().procedure().findAttachment(kind).orElseThrow(Applications::notFound);
        attachments.attach(to, paper, content).ifPresent(problem -> {
            throw new Refused(
                    ApplicationProblem.FILE_NOT_ACCEPTED,
                    problem.messageKey(),
                    problem.arguments().toArray());
        });
    }

    /** Kinds of paper that must be there before the file is handed in. */
    @Transactional(readOnly = true)
    public List<String> papersNeeded(UUID id) {
        return get(id).regime().procedure().attachments().stream()
                .filter(AttachmentKind::required)
                .map(AttachmentKind::code)
                .toList();
    }

    /**
     * Takes a step of the regime on behalf of the current actor, for callers without a form.
     *
     * @param action such as {@code verify}, {@code return}, {@code refuse}, {@code issue}, {@code withdraw}
     * @param corrections what to correct by field or paper, when the step asks for it
     */
    @Transactional
    public void act(
            UUID id, String action, @Nullable String note, @Nullable String ground, Map<String, String> corrections) {
        CaseSteps.Given given = new CaseSteps.Given(
                note,
                ground,
                corrections.entrySet().stream()
                        .map(entry -> new CaseEvent.Correction(entry.getKey(), entry.getValue()))
                        .toList());
        if (!(steps.act(id, get(id).version(), action, given) instanceof CaseSteps.Acted.Done)) {
            throw new Refused(ApplicationProblem.STEP_INCOMPLETE, "licensing.problem.step-incomplete");
        }
    }

    /** A new code for the receipt; an earlier one no longer opens anything. Shown once, kept as a fingerprint. */
    @Transactional
    public String newCaseCode(UUID id) {
        Case of = store.findForUpdate(id).orElseThrow(Applications::notFound);
        if (of.isDraft()) {
            throw new Refused(ApplicationProblem.NOT_OPEN_FOR_ENTRY, "licensing.problem.no-receipt-yet");
        }
        String code = codes.make();
        store.setCaseCode(id, codes.fingerprint(code));
        return code;
    }

    /** Roles of a person where a case lies, and whether this person entered it. */
    static Workflow.Acting acting(Actor actor, Case of) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (actor.has(role, of.kecamatan())) {
                roles.add(role);
            }
        }
        return new Workflow.Acting(roles, of.hands().typedBy().contains(actor.account()));
    }
}
