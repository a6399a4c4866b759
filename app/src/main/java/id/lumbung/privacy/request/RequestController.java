package id.lumbung.privacy.request;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Stale;
import id.lumbung.platform.Texts;
import id.lumbung.platform.key.Vault;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.privacy.request.page.QueuePage;
import id.lumbung.privacy.request.page.ReceivePage;
import id.lumbung.privacy.request.page.RequestPage;
import id.lumbung.privacy.request.page.SlipPage;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The queue of requests about personal data, the form at the counter, and each request. */
@Controller
@RequestMapping("/data-pribadi")
class RequestController {
    private static final String CARRIED = "slipCode";

    private final RequestDesk desk;
    private final HeldWords words;
    private final Regions regions;
    private final CurrentActor currentActor;
    private final LumbungSettings settings;
    private final Vault vault;
    private final Pages pages;
    private final Clock clock;

    RequestController(
            RequestDesk desk,
            HeldWords words,
            Regions regions,
            CurrentActor currentActor,
            LumbungSettings settings,
            Vault vault,
            Pages pages,
            Clock clock) {
        this.desk = desk;
        this.words = words;
        this.regions = regions;
        this.currentActor = currentActor;
        this.settings = settings;
        this.vault = vault;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView queue(
            @RequestParam(defaultValue = "false") boolean selesai,
            @RequestParam(defaultValue = "") String sesudah,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Instant after = null;
        UUID afterId = null;
        try {
            String[] parts = sesudah.split("~", 2);
            if (parts.length == 2) {
                after = Instant.parse(parts[0]);
                afterId = UUID.fromString(parts[1]);
            }
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            after = null; // the beginning of the list
        }
        List<RequestDesk.Line> found = selesai
                ? desk.ended(after, afterId, RequestStore.PAGE + 1)
                : desk.open(after, afterId, RequestStore.PAGE + 1);
        boolean more = found.size() > RequestStore.PAGE;
        List<RequestDesk.Line> shown = more ? found.subList(0, RequestStore.PAGE) : found;
        return pages.show(
                "privacy/queue",
                new QueuePage(
                        selesai,
                        shown.stream().map(line -> line(line, texts)).toList(),
                        (int) shown.stream()
                                .filter(line -> line.escalatedAt() != null && line.endedAt() == null)
                                .count(),
                        currentActor.require().mayAnywhere(Permission.RECEIVE_DATA_REQUEST),
                        more ? "/data-pribadi?selesai=" + selesai + "&sesudah=" + mark(shown.getLast()) : null));
    }

    private static String mark(RequestDesk.Line line) {
        Instant end = line.endedAt();
        return (end == null ? line.dueAt() : end) + "~" + line.id();
    }

    private QueuePage.Line line(RequestDesk.Line line, Texts texts) {
        RequestState state = RequestState.valueOf(line.state());
        long hours = Duration.between(clock.instant(), line.dueAt()).toHours();
        boolean late = clock.instant().isAfter(line.dueAt());
        String deadline = state.ended()
                ? ""
                : late
                        ? texts.t("privacy.deadline.late", texts.dateTime(line.dueAt()))
                        : texts.t("privacy.deadline.left", hours, texts.dateTime(line.dueAt()));
        return new QueuePage.Line(
                "/data-pribadi/" + line.id(),
                line.number(),
                line.name(),
                "privacy.kind." + line.kind(),
                words.place(line.regionCode()),
                "privacy.state." + line.state(),
                switch (state) {
                    case RECEIVED -> "";
                    case TAKEN -> "wait";
                    case ANSWERED -> "ok";
                    case REFUSED, CANCELLED -> "stop";
                },
                deadline,
                state.ended() ? "" : late ? "late" : hours < 24 ? "soon" : "",
                line.escalatedAt() != null && !state.ended());
    }

    @GetMapping("/baru")
    ModelAndView ask(HttpServletRequest request) {
        List<Choice> counters = counters();
        return pages.show(
                "privacy/receive",
                form(
                        counters,
                        new ReceivePage.Typed(
                                counters.size() == 1 ? counters.getFirst().value() : "", "", "", "", "", false),
                        new FieldProblems(),
                        pages.texts(request)));
    }

    @PostMapping("/baru")
    Object receive(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String nik,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String wish,
            @RequestParam(defaultValue = "false") boolean identitySeen,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            RequestDesk.Received received =
                    desk.receive(new RequestDesk.NewRequest(region, kind, nik, name, wish, identitySeen));
            return once(received.id(), received.code(), attributes);
        } catch (Invalid invalid) {
            return pages.invalid(
                    "privacy/receive",
                    form(
                            counters(),
                            new ReceivePage.Typed(region, kind, nik, name, wish, identitySeen),
                            problems(invalid),
                            pages.texts(request)));
        }
    }

    private static ReceivePage form(
            List<Choice> counters, ReceivePage.Typed typed, FieldProblems problems, Texts texts) {
        return new ReceivePage(
                counters,
                Arrays.stream(RequestKind.values())
                        .map(kind -> new Choice(
                                kind.name(),
                                texts.t("privacy.kind." + kind.name()),
                                texts.t("privacy.kind." + kind.name() + ".what")))
                        .toList(),
                typed,
                problems);
    }

    /** Where this person sits at a counter. */
    private List<Choice> counters() {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.RECEIVE_DATA_REQUEST);
        List<Region> all = new ArrayList<>(List.of(regions.get(settings.regency())));
        all.addAll(regions.kecamatanOf(settings.regency()));
        return all.stream()
                .filter(region -> actor.may(Permission.RECEIVE_DATA_REQUEST, region.code()))
                .map(region -> new Choice(region.code(), region.name()))
                .toList();
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        return pages.show("privacy/request", page(id, "", new FieldProblems(), false, pages.texts(request)));
    }

    /** What the answer would hold; a reading of the person. */
    @PostMapping("/{id}/lihat")
    ModelAndView preview(@PathVariable UUID id, HttpServletRequest request) {
        return pages.show("privacy/request", page(id, "", new FieldProblems(), true, pages.texts(request)));
    }

    private RequestPage page(UUID id, String typed, FieldProblems problems, boolean withHeld, Texts texts) {
        RequestDesk.File file = desk.get(id);
        return new RequestPage(
                line(file.line(), texts),
                "/data-pribadi/" + id,
                file.version(),
                file.known(),
                texts.dateTime(file.line().receivedAt()),
                file.wish(),
                file.actions(),
                file.history().stream()
                        .map(one -> new RequestPage.Happening(
                                one.at().toString(),
                                texts.dateTime(one.at()),
                                "privacy.action." + one.action(),
                                one.by()))
                        .toList()
                        .reversed(),
                file.answer(),
                typed,
                problems,
                withHeld ? words.part(desk.preview(id), texts) : null,
                currentActor
                        .require()
                        .may(Permission.RECEIVE_DATA_REQUEST, file.line().regionCode()),
                consents(file));
    }

    /** Where what the person says about purposes is written down, with this request as the reason. */
    private @Nullable String consents(RequestDesk.File file) {
        RequestKind kind = RequestKind.valueOf(file.line().kind());
        return file.person() != null
                        && (kind == RequestKind.WITHDRAWAL || kind == RequestKind.OBJECTION)
                        && currentActor
                                .require()
                                .may(Permission.RECORD_CONSENT, file.line().regionCode())
                ? "/data-pribadi/persetujuan/" + file.person() + "?permintaan="
                        + file.line().id()
                : null;
    }

    @PostMapping("/{id}/langkah")
    Object act(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            desk.act(id, version, action, answer);
            return Pages.redirect("/data-pribadi/" + id, attributes, "privacy.request.done");
        } catch (Invalid invalid) {
            return pages.invalid("privacy/request", page(id, answer, problems(invalid), false, pages.texts(request)));
        } catch (Stale changed) {
            return pages.invalid(
                    "privacy/request",
                    page(
                            id,
                            answer,
                            new FieldProblems().add("answer", "privacy.problem.stale"),
                            false,
                            pages.texts(request)));
        }
    }

    @GetMapping("/{id}/tanda-terima")
    ModelAndView slip(@PathVariable UUID id, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        RequestDesk.Line line = desk.get(id).line();
        return pages.show(
                "privacy/slip",
                new SlipPage(
                        "/data-pribadi/" + id,
                        line.number(),
                        "privacy.kind." + line.kind(),
                        words.place(line.regionCode()),
                        texts.dateTime(line.receivedAt()),
                        texts.dateTime(line.dueAt()),
                        carried(id, request),
                        settings.publicUrl().replaceFirst("^https?://", "") + "/data-saya",
                        currentActor.require().may(Permission.RECEIVE_DATA_REQUEST, line.regionCode())));
    }

    @PostMapping("/{id}/tanda-terima")
    String newSlip(@PathVariable UUID id, RedirectAttributes attributes) {
        return once(id, desk.newSlip(id), attributes);
    }

    /** Goes to the slip, which shows the code this once; on the way, in the session, the code is sealed. */
    private String once(UUID id, String code, RedirectAttributes attributes) {
        attributes.addFlashAttribute(
                CARRIED, Base64.getEncoder().encodeToString(vault.sealText(code, CARRIED + ":" + id)));
        return "redirect:/data-pribadi/" + id + "/tanda-terima";
    }

    private @Nullable String carried(UUID id, HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(CARRIED) instanceof String closed
                ? vault.openText(Base64.getDecoder().decode(closed), CARRIED + ":" + id)
                : null;
    }

    private static FieldProblems problems(Invalid invalid) {
        FieldProblems problems = new FieldProblems();
        invalid.problems()
                .forEach(problem -> problems.add(
                        problem.field(),
                        problem.messageKey(),
                        problem.arguments().toArray()));
        return problems;
    }
}
