package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.application.page.CaseLine;
import id.lumbung.licensing.application.page.CasesPage;
import id.lumbung.licensing.application.page.WorkListPage;
import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.licensing.regime.State;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists: what waits for me, and all cases within sight. */
@Controller
class WorkListController {
    private final WorkList workList;
    private final Regimes regimes;
    private final Regions regions;
    private final CaseSteps steps;
    private final CurrentActor currentActor;
    private final LumbungSettings settings;
    private final Pages pages;
    private final Clock clock;

    WorkListController(
            WorkList workList,
            Regimes regimes,
            Regions regions,
            CaseSteps steps,
            CurrentActor currentActor,
            LumbungSettings settings,
            Pages pages,
            Clock clock) {
        this.workList = workList;
        this.regimes = regimes;
        this.regions = regions;
        this.steps = steps;
        this.currentActor = currentActor;
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/beranda")
    ModelAndView home(@RequestParam(required = false) String sesudah, HttpServletRequest request) {
        Actor actor = currentActor.require();
        if (!actor.mayAnywhere(Permission.SEE_APPLICATIONS)) {
            return new ModelAndView("redirect:"
                    + (actor.mayAnywhere(Permission.MANAGE_ACCOUNTS)
                            ? "/akun"
                            : actor.mayAnywhere(Permission.SEE_DATA_REQUESTS) ? "/data-pribadi" : "/akun/saya"));
        }
        Texts texts = pages.texts(request);
        WorkList.Counts counts = workList.counts(actor);
        List<RegimeVersion> issued = regimes.issuedOn(LocalDate.now(clock));
        List<WorkList.Line> waiting = workList.waiting(actor, WorkList.After.read(sesudah));
        boolean more = waiting.size() > WorkList.PAGE;
        List<WorkList.Line> shown = more ? waiting.subList(0, WorkList.PAGE) : waiting;
        return pages.show(
                "licensing/home",
                new WorkListPage(
                        new WorkListPage.Counts(counts.waiting(), counts.drafts(), counts.returned(), counts.late()),
                        lines(shown, texts),
                        more ? "/beranda?sesudah=" + WorkList.After.of(shown.getLast()) : null,
                        lines(workList.drafts(actor), texts),
                        counters(actor, issued),
                        issued.stream()
                                .map(regime ->
                                        new Choice(regime.code(), regime.name().in(texts)))
                                .toList()));
    }

    /** Kecamatan at whose counter this person may enter applications. */
    private List<Choice> counters(Actor actor, List<RegimeVersion> issued) {
        return regions.kecamatanOf(settings.regency()).stream()
                .filter(kecamatan -> issued.stream().anyMatch(regime -> mayBegin(actor, regime, kecamatan)))
                .map(kecamatan -> new Choice(kecamatan.code(), kecamatan.name()))
                .toList();
    }

    private static boolean mayBegin(Actor actor, RegimeVersion regime, Region kecamatan) {
        return Case.handingIn(regime, regime.procedure().first().code())
                .filter(step -> actor.hasAny(step.roles(), kecamatan.code()))
                .isPresent();
    }

    @GetMapping("/permohonan")
    ModelAndView all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String keadaan,
            @RequestParam(required = false) String sesudah,
            HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.SEE_APPLICATIONS);
        Texts texts = pages.texts(request);
        List<WorkList.Line> found = workList.all(blankToNull(q), blankToNull(keadaan), sesudah);
        boolean more = found.size() > WorkList.PAGE;
        List<WorkList.Line> shown = more ? found.subList(0, WorkList.PAGE) : found;
        String next = "/permohonan?q=" + encoded(q) + "&keadaan=" + encoded(keadaan) + "&sesudah=";
        return pages.show(
                "licensing/cases",
                new CasesPage(
                        q.strip(),
                        keadaan,
                        states(texts),
                        lines(shown, texts),
                        more ? next + WorkList.afterOf(shown.getLast()) : null));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Choice> states(Texts texts) {
        Map<String, String> names = new LinkedHashMap<>();
        for (RegimeVersion regime : regimes.issuedOn(LocalDate.now(clock))) {
            for (State state : regime.procedure().states()) {
                names.putIfAbsent(state.code(), state.name().in(texts));
            }
        }
        return names.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<CaseLine> lines(List<WorkList.Line> lines, Texts texts) {
        CaseClock.Days days = steps.days();
        return lines.stream().map(line -> line(line, days, texts)).toList();
    }

    private CaseLine line(WorkList.Line line, CaseClock.Days days, Texts texts) {
        RegimeVersion regime = regimes.get(line.regimeCode(), line.regimeNumber());
        State state = regime.procedure().state(line.state());
        WorkList.Line.Timing timing = line.timing();
        CaseWords.Remaining remaining =
                CaseWords.remaining(timing.phase(), timing.due(), LocalDate.now(clock), days, texts);
        String village = line.place().village();
        String kecamatan = regions.get(line.place().kecamatan()).name();
        String place = village == null
                ? kecamatan
                : regions.find(village)
                        .map(region -> region.name() + ", " + kecamatan)
                        .orElse(kecamatan);
        return new CaseLine(
                "/permohonan/" + line.id(),
                line.receipt(),
                line.business().isEmpty() ? texts.t("licensing.list.no-name-yet") : line.business(),
                line.owner(),
                place,
                state.name().in(texts),
                CaseWords.tone(regime, state),
                remaining.words(),
                remaining.tone(),
                timing.escalatedAt() != null);
    }
}
