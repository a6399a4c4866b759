package id.lumbung.licensing.application;

import static id.lumbung.licensing.application.Question.*;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.licensing.application.check.AnswersCheck;
import id.lumbung.licensing.application.check.Entry;
import id.lumbung.licensing.application.page.ReviewPage;
import id.lumbung.licensing.application.page.ReviewPage.Fact;
import id.lumbung.licensing.regime.Asked;
import id.lumbung.licensing.regime.CaseEffect;
import id.lumbung.licensing.regime.ClockEffect;
import id.lumbung.licensing.regime.Transition;
import id.lumbung.licensing.regime.Workflow;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sectors;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.NikUnknownReason;
import id.lumbung.registry.Registry;
import id.lumbung.registry.size.MeasureLine;
import id.lumbung.registry.size.Purpose;
import id.lumbung.registry.size.SizeAssessment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a reviewer sees. */
@Component
class ReviewPages {
    private final CaseStore store;
    private final CaseSteps steps;
    private final Applications applications;
    private final FormPages formPages;
    private final KnownEnterprises known;
    private final AnswersCheck check;
    private final Registry registry;
    private final Regions regions;
    private final Kbli kbli;
    private final Sectors sectors;
    private final Accounts accounts;
    private final ReadingLog readings;
    private final Clock clock;

    ReviewPages(
            CaseStore store,
            CaseSteps steps,
            Applications applications,
            FormPages formPages,
            KnownEnterprises known,
            AnswersCheck check,
            Registry registry,
            Regions regions,
            Kbli kbli,
            Sectors sectors,
            Accounts accounts,
            ReadingLog readings,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.applications = applications;
        this.formPages = formPages;
        this.known = known;
        this.check = check;
        this.registry = registry;
        this.regions = regions;
        this.kbli = kbli;
        this.sectors = sectors;
        this.accounts = accounts;
        this.readings = readings;
        this.clock = clock;
    }

    /** What was given with a step that could not be taken. */
    record Tried(Map<String, String> given, FieldProblems problems) {
        static final Tried NOTHING = new Tried(Map.of(), new FieldProblems());
    }

    @Transactional(readOnly = true)
    ReviewPage review(Case of, Actor actor, @Nullable Question unmasked, Tried tried, Texts texts) {
        return new ReviewPage(
                head(of, texts),
                List.of(owner(of, unmasked, texts), business(of, texts), figures(of, texts)),
                check.warnings(of.answers()).stream().map(texts::t).toList(),
                formPages.papers(of, texts),
                size(of, texts),
                known.find(of.answers(), of.kecamatan(), of.enterprise(), texts),
                history(of, texts),
                formPages.corrections(of, texts),
                actor.may(Permission.SEE_READING_LOG, of.kecamatan())
                        ? readings.of("application", of.id(), 30)
                        : List.of(),
                decision(of, actor, tried, texts));
    }

    private ReviewPage.Head head(Case of, Texts texts) {
        CaseWords.Remaining remaining = CaseWords.remaining(
                of.progress().clock().phase(), of.progress().dueOn(), LocalDate.now(clock), steps.days(), texts);
        EnterpriseId enterprise = of.enterprise();
        String village = of.answers().of(VILLAGE);
        String place = village.isEmpty()
                ? texts.t(
                        "licensing.place.kecamatan", regions.get(of.kecamatan()).name())
                : regions.find(village).map(region -> region.fullName()).orElse(village);
        return new ReviewPage.Head(
                "/permohonan/" + of.id(),
                of.receipt(),
                of.regime().name().in(texts),
                of.answers().of(BUSINESS_NAME),
                of.answers().of(OWNER_NAME) + ", " + place,
                of.state().name().in(texts),
                CaseWords.tone(of.regime(), of.state()),
                remaining.words(),
                remaining.tone(),
                enterprise == null ? null : "/usaha/" + enterprise,
                of.licence() == null ? null : "/izin/" + of.licence());
    }

    private static Fact fact(Question question, String value, Texts texts) {
        return new Fact(texts.t(question.labelKey()), value.isEmpty() ? "–" : value, null);
    }

    private static Fact fact(Case of, Question question, Texts texts) {
        return fact(question, of.answers().of(question), texts);
    }

    private static Fact masked(Case of, Question question, @Nullable Question unmasked, Texts texts) {
        String value = of.answers().of(question);
        if (value.isEmpty()) {
            return new Fact(texts.t(question.labelKey()), "–", null);
        }
        boolean shown = question == unmasked;
        return new Fact(texts.t(question.labelKey()), shown ? value : mask(value), shown ? null : question.field());
    }

    static String mask(String value) {
        String plain = value.replaceAll("[\\s.\\-]", "");
        int kept = Math.min(4, plain.length() / 2);
        return "•".repeat(plain.length() - kept) + plain.substring(plain.length() - kept);
    }

    private ReviewPage.Section owner(Case of, @Nullable Question unmasked, Texts texts) {
        Answers answers = of.answers();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(of, OWNER_NAME, texts));
        if (answers.has(NIK_UNKNOWN)) {
            facts.add(fact(NIK, texts.t("licensing.review.nik-unknown", reason(answers, texts)), texts));
        } else {
            facts.add(masked(of, NIK, unmasked, texts));
        }
        facts.add(masked(of, KK, unmasked, texts));
        facts.add(fact(SEX, answers.has(SEX) ? texts.t("registry.sex." + answers.of(SEX)) : "", texts));
        String born = Entry.date(answers.of(BIRTH_DATE)).map(texts::date).orElse(answers.of(BIRTH_DATE));
        facts.add(new Fact(texts.t("licensing.review.born"), answers.of(BIRTH_PLACE) + ", " + born, null));
        facts.add(fact(EDUCATION, code("licensing.education.", answers.of(EDUCATION), texts), texts));
        String code = answers.of(HOME_REGION_CODE);
        String home = AnswersCheck.address(answers.of(HOME_ADDRESS), answers.of(HOME_RT), answers.of(HOME_RW));
        facts.add(fact(
                HOME_ADDRESS, home + ", " + (code.isEmpty() ? answers.of(HOME_REGION) : regions.path(code)), texts));
        facts.add(masked(of, PHONE, unmasked, texts));
        facts.add(masked(of, WHATSAPP, unmasked, texts));
        facts.add(masked(of, EMAIL, unmasked, texts));
        return new ReviewPage.Section(texts.t("licensing.form.owner"), facts);
    }

    private static String reason(Answers answers, Texts texts) {
        String reason = answers.of(NIK_REASON);
        if (reason.equals(NikUnknownReason.OTHER.name())) {
            return answers.of(NIK_REASON_TEXT);
        }
        boolean known = Arrays.stream(NikUnknownReason.values())
                .anyMatch(value -> value.name().equals(reason));
        return known ? texts.t("registry.nik-unknown." + reason) : reason;
    }

    private static String code(String beginning, String value, Texts texts) {
        return value.isEmpty() ? "" : texts.t(beginning + value);
    }

    private ReviewPage.Section business(Case of, Texts texts) {
        Answers answers = of.answers();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(of, BUSINESS_NAME, texts));
        facts.add(fact(LEGAL_FORM, code("registry.legal-form.", answers.of(LEGAL_FORM), texts), texts));
        facts.add(fact(
                TRADE,
                String.join(
                        ", ",
                        answers.all(TRADE).stream()
                                .map(trade -> texts.t("licensing.trade." + trade))
                                .toList()),
                texts));
        facts.add(fact(of, ACTIVITY, texts));
        for (String chosen : answers.all(KBLI_CODE)) {
            String[] parts = chosen.split(":", 2);
            facts.add(fact(
                    Question.KBLI,
                    parts.length < 2
                            ? chosen
                            : kbli.find(parts[0], parts[1]).map(Issuing::line).orElse(chosen),
                    texts));
        }
        facts.add(fact(SECTOR, sectorNames(answers, texts), texts));
        facts.add(fact(PREMISES, code("registry.premises.", answers.of(PREMISES), texts), texts));
        String village = answers.of(VILLAGE);
        String street = AnswersCheck.address(answers.of(ADDRESS), answers.of(RT), answers.of(RW));
        facts.add(fact(
                ADDRESS,
                (village.isEmpty() ? street : street + ", " + regions.path(village)) + " " + answers.of(POST_CODE),
                texts));
        facts.add(fact(
                FOUNDED_ON, Entry.date(answers.of(FOUNDED_ON)).map(texts::date).orElse(answers.of(FOUNDED_ON)), texts));
        facts.add(fact(of, NPWP, texts));
        facts.add(fact(of, NIB, texts));
        facts.add(fact(of, PRODUCTS, texts));
        facts.add(fact(of, OTHER_LOCATIONS, texts));
        return new ReviewPage.Section(texts.t("licensing.form.business"), facts);
    }

    private String sectorNames(Answers answers, Texts texts) {
        return String.join(
                ", ",
                answers.all(SECTOR).stream()
                        .flatMap(code -> sectors.find(code).stream())
                        .map(sector -> sector.name(texts.lang()))
                        .toList());
    }

    private ReviewPage.Section figures(Case of, Texts texts) {
        Answers answers = of.answers();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(CAPITAL, rupiah(answers.of(CAPITAL), texts), texts));
        String year = answers.has(SALES) ? " (" + answers.of(SALES_YEAR) + ")" : "";
        facts.add(fact(SALES, rupiah(answers.of(SALES), texts) + year, texts));
        facts.add(fact(NET_ASSETS, rupiah(answers.of(NET_ASSETS), texts), texts));
        facts.add(fact(of, WORKERS_PAID, texts));
        facts.add(fact(of, WORKERS_UNPAID, texts));
        return new ReviewPage.Section(texts.t("licensing.form.figures"), facts);
    }

    private static String rupiah(String typed, Texts texts) {
        OptionalLong amount = Entry.amount(typed);
        return amount.isPresent() ? texts.rupiah(amount.getAsLong()) : typed;
    }

    private ReviewPage.Size size(Case of, Texts texts) {
        EnterpriseId enterprise = of.enterprise();
        if (enterprise == null) {
            return new ReviewPage.Size(texts.t("registry.size.unknown"), "", List.of());
        }
        SizeAssessment assessed = registry.sizeAt(enterprise, LocalDate.now(clock), Purpose.REGISTRATION);
        List<String> lines =
                assessed.lines().stream().map(line -> sizeLine(line, texts)).toList();
        return new ReviewPage.Size(
                assessed.known()
                        .map(size -> texts.t("registry.size." + size.name()))
                        .orElse(texts.t("registry.size.unknown")),
                texts.t(assessed.rule().messageKey()),
                lines);
    }

    private static String sizeLine(MeasureLine line, Texts texts) {
        String measure = texts.t("licensing.measure." + line.measure().name());
        Long value = line.value();
        Long atMost = line.atMost();
        if (value == null) {
            return texts.t("licensing.size.line.unknown", measure);
        }
        String bound = atMost == null ? texts.t("licensing.size.above-all") : texts.rupiah(atMost);
        return texts.t("licensing.size.line", measure, texts.rupiah(value), bound, line.law(), line.article());
    }

    private List<ReviewPage.Happening> history(Case of, Texts texts) {
        List<CaseEvent> events = store.eventsOf(of.id());
        Set<UUID> actors = new HashSet<>();
        events.forEach(event -> {
            if (event.actor() != null) {
                actors.add(event.actor());
            }
        });
        Map<UUID, String> names = accounts.namesOf(actors);
        return events.reversed().stream()
                .map(event -> happening(of, event, names, texts))
                .toList();
    }

    private static ReviewPage.Happening happening(Case of, CaseEvent event, Map<UUID, String> names, Texts texts) {
        String title = of.regime()
                .procedure()
                .findState(event.to())
                .map(state -> state.name().in(texts))
                .orElse(event.to());
        if (event.action().equals(DeadlineWatch.ESCALATE)) {
            title = texts.t("licensing.event.escalated");
        }
        List<String> details = new ArrayList<>();
        String ground = event.ground();
        if (ground != null) {
            details.add(of.regime()
                    .grounds()
                    .findRefusal(ground)
                    .map(known -> known.name().in(texts))
                    .orElse(ground));
        }
        event.corrections()
                .forEach(correction ->
                        details.add(FormPages.label(of, correction.field(), texts) + ": " + correction.sentence()));
        UUID actor = event.actor();
        return new ReviewPage.Happening(
                event.at().toString(),
                texts.dateTime(event.at()),
                title,
                DeadlineWatch.SILENCE.equals(event.note()) ? texts.t("licensing.event.silence") : event.note(),
                actor == null ? texts.t("licensing.system") : names.getOrDefault(actor, ""),
                of.regime()
                        .procedure()
                        .findState(event.to())
                        .map(state -> CaseWords.tone(of.regime(), state))
                        .orElse(""),
                details);
    }

    private ReviewPage.Decision decision(Case of, Actor actor, Tried tried, Texts texts) {
        Workflow.Acting acting = Applications.acting(actor, of);
        List<Transition> open = Workflow.of(of.regime()).open(of.progress().state(), acting).stream()
                .filter(step -> step.clock() != ClockEffect.START && step.clock() != ClockEffect.RESUME)
                .toList();
        List<Choice> fields = new ArrayList<>();
        of.regime()
                .procedure()
                .attachments()
                .forEach(kind -> fields.add(new Choice(kind.code(), kind.name().in(texts))));
        Arrays.stream(Question.values())
                .filter(question -> question != KNOWN_AS && question != KBLI_CODE && question != HOME_REGION_CODE)
                .forEach(question -> fields.add(new Choice(question.field(), texts.t(question.labelKey()))));
        return new ReviewPage.Decision(
                of.version(),
                applications.mayEnter(of, actor),
                of.handingIn().map(step -> step.name().in(texts)).orElse(""),
                open.stream().map(step -> action(step, texts)).toList(),
                of.regime().grounds().refusal().stream()
                        .map(ground -> new Choice(ground.code(), ground.name().in(texts)))
                        .toList(),
                fields,
                tried.given(),
                tried.problems(),
                why(of, acting, texts));
    }

    private static ReviewPage.Action action(Transition step, Texts texts) {
        return new ReviewPage.Action(
                step.action(),
                step.name().in(texts),
                step.asks().contains(Asked.NOTE),
                step.asks().contains(Asked.GROUND),
                step.asks().contains(Asked.CORRECTIONS),
                step.effect() == CaseEffect.REFUSE || step.effect() == CaseEffect.WITHDRAW);
    }

    /** Why somebody with the right role still cannot decide. */
    private static @Nullable String why(Case of, Workflow.Acting acting, Texts texts) {
        boolean denied = of.regime().procedure().from(of.progress().state()).stream()
                .anyMatch(step -> Workflow.of(of.regime()).apply(step.from(), step.action(), acting)
                                instanceof Workflow.Step.Denied(Workflow.Denial why)
                        && why == Workflow.Denial.SECOND_PERSON);
        return denied ? texts.t("licensing.problem.second-person") : null;
    }
}
