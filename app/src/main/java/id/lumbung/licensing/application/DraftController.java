package id.lumbung.licensing.application;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.ReadingLog;
import id.lumbung.licensing.application.check.AnswersCheck;
import id.lumbung.licensing.application.page.PaperFragment;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** The form at the counter. */
@Controller
@RequestMapping("/permohonan")
class DraftController {
    static final String ID = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final Applications applications;
    private final Attachments attachments;
    private final Unmerged unmerged;
    private final FormPages formPages;
    private final ReceiptPages receipts;
    private final KnownEnterprises known;
    private final Regions regions;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final ReadingLog readings;
    private final Pages pages;

    DraftController(
            Applications applications,
            Attachments attachments,
            Unmerged unmerged,
            FormPages formPages,
            ReceiptPages receipts,
            KnownEnterprises known,
            Regions regions,
            Accounts accounts,
            CurrentActor currentActor,
            ReadingLog readings,
            Pages pages) {
        this.applications = applications;
        this.attachments = attachments;
        this.unmerged = unmerged;
        this.formPages = formPages;
        this.receipts = receipts;
        this.known = known;
        this.regions = regions;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.readings = readings;
        this.pages = pages;
    }

    @PostMapping
    String begin(
            @RequestParam String kecamatan,
            @RequestParam(defaultValue = "IUMK") String regime,
            @RequestParam(defaultValue = "") String knownAs) {
        UUID id = applications.begin(kecamatan, regime, Answers.NONE.with(Question.KNOWN_AS, knownAs));
        return "redirect:/permohonan/" + id + "/isian";
    }

    @GetMapping(ID + "/isian")
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        Case of = applications.get(id);
        if (!applications.mayEnter(of, currentActor.require())) {
            return new ModelAndView("redirect:/permohonan/" + id);
        }
        if (!of.answers().values().isEmpty()) {
            readings.record("application", id, "form", "entering", of.kecamatan());
        }
        return pages.show("licensing/form", formPages.form(of, new FieldProblems(), pages.texts(request)));
    }

    /** What the script asks for while the officer types: the answer says what was kept, filled in, and is odd. */
    @PostMapping(path = ID + "/simpan", headers = "X-Requested-With=lumbung")
    @ResponseBody
    ResponseEntity<Map<String, Object>> autosave(
            @PathVariable UUID id, @RequestParam int version, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Saved saved = applications.save(id, version, Answers.of(request.getParameterMap()));
        return switch (saved) {
            case Saved.Kept kept -> ResponseEntity.ok(kept(kept, texts));
            case Saved.Conflict(Case theirs, Answers mine) -> {
                UUID kept = unmerged.keep(theirs, mine, currentActor.require().account());
                yield ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(Map.of(
                                "message",
                                texts.t("licensing.conflict.while-typing", nameOf(theirs)),
                                "href",
                                "/permohonan/" + id + "/beda/" + kept));
            }
            case Saved.Incomplete ignored -> throw new IllegalStateException("saving hands nothing in");
            case Saved.HandedIn ignored -> throw new IllegalStateException("saving hands nothing in");
        };
    }

    private static Map<String, Object> kept(Saved.Kept kept, Texts texts) {
        Map<String, @Nullable String> warnings = new HashMap<>();
        for (Question question : List.of(Question.NIK, Question.SEX, Question.BIRTH_DATE)) {
            warnings.put(question.field(), null);
        }
        for (FieldProblem warning : kept.warnings()) {
            warnings.merge(warning.field(), texts.t(warning), (a, b) -> a + " " + b);
        }
        Map<String, String> fill = new LinkedHashMap<>();
        kept.fill().forEach((question, answer) -> fill.put(question.field(), answer));
        Map<String, Object> answer = new HashMap<>();
        answer.put("version", kept.now().version());
        answer.put("savedAt", texts.time(kept.now().hands().changedAt()));
        answer.put("fill", fill);
        answer.put("warnings", warnings);
        return answer;
    }

    private String nameOf(Case of) {
        return accounts.nameOf(of.hands().changedBy());
    }

    /** The button "Simpan", also without a script: files, removed lines and words to search with. */
    @PostMapping(ID + "/simpan")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) String remove,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        Answers typed = without(remove, Answers.of(request.getParameterMap()));
        Saved saved = applications.save(id, version, typed);
        if (saved instanceof Saved.Conflict(Case theirs, Answers mine)) {
            return conflict(theirs, mine, request);
        }
        FieldProblems problems = takeFiles(id, request);
        if (!problems.isEmpty()) {
            return pages.invalid(
                    "licensing/form", formPages.form(applications.get(id), problems, pages.texts(request)));
        }
        String place = remove != null || typed.has(Question.KBLI) ? "#kbli" : "";
        return new ModelAndView(
                Pages.redirect("/permohonan/" + id + "/isian" + place, attributes, "licensing.form.saved"));
    }

    /** The line that the button beside it takes away, as {@code kbliCode:2020:10794}. */
    private static Answers without(@Nullable String remove, Answers typed) {
        if (remove == null || remove.indexOf(':') < 0) {
            return typed;
        }
        String field = remove.substring(0, remove.indexOf(':'));
        return Question.find(field)
                .map(question -> typed.without(question, remove.substring(field.length() + 1)))
                .orElse(typed);
    }

    @PostMapping(ID + "/ajukan")
    ModelAndView handIn(
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        Texts texts = pages.texts(request);
        Case before = applications.get(id);
        if (before.handingIn().isEmpty()) {
            return new ModelAndView("redirect:/permohonan/" + id);
        }
        Answers typed = Answers.of(request.getParameterMap());
        Saved first = applications.save(id, version, typed);
        if (first instanceof Saved.Conflict(Case theirs, Answers mine)) {
            return conflict(theirs, mine, request);
        }
        FieldProblems files = takeFiles(id, request);
        Case kept = applications.get(id);
        if (!files.isEmpty()) {
            return pages.invalid("licensing/form", formPages.form(kept, files, texts));
        }
        return switch (applications.handIn(id, kept.version(), kept.answers())) {
            case Saved.HandedIn ignored ->
                new ModelAndView(
                        before.isDraft()
                                ? receipts.once(id, applications.newCaseCode(id), attributes)
                                : "redirect:/permohonan/" + id);
            case Saved.Incomplete(Case now, FieldProblems problems, var warnings) ->
                pages.invalid("licensing/form", formPages.form(now, problems, texts));
            case Saved.Conflict(Case theirs, Answers mine) -> conflict(theirs, mine, request);
            case Saved.Kept ignored -> throw new IllegalStateException("handing in does more than keeping");
        };
    }

    private FieldProblems takeFiles(UUID id, HttpServletRequest request) {
        FieldProblems problems = new FieldProblems();
        MultipartHttpServletRequest sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (sent != null) {
            Case to = applications.get(id);
            Map<AttachmentKind, Supplier<byte[]>> files = new LinkedHashMap<>();
            for (AttachmentKind kind : to.regime().procedure().attachments()) {
                MultipartFile file = sent.getFile(kind.code());
                if (file != null && !file.isEmpty()) {
                    files.put(kind, () -> bytes(file));
                }
            }
            for (FieldProblem problem : attachments.attach(to, files)) {
                problems.add(
                        problem.field(),
                        problem.messageKey(),
                        problem.arguments().toArray());
            }
        }
        return problems;
    }

    static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private ModelAndView conflict(Case theirs, Answers mine, HttpServletRequest request) {
        UUID kept = unmerged.keep(theirs, mine, currentActor.require().account());
        return pages.answer(
                "licensing/conflict",
                formPages.conflict(theirs, mine, kept, nameOf(theirs), pages.texts(request)),
                HttpStatus.CONFLICT);
    }

    @GetMapping(ID + "/beda/{unmergedId}")
    ModelAndView compare(@PathVariable UUID id, @PathVariable UUID unmergedId, HttpServletRequest request) {
        Case theirs = applications.get(id);
        Answers mine =
                unmerged.find(id, unmergedId, currentActor.require().account()).orElseThrow(Applications::notFound);
        readings.record("application", id, "form", "comparing", theirs.kecamatan());
        return pages.show(
                "licensing/conflict",
                formPages.conflict(theirs, mine, unmergedId, nameOf(theirs), pages.texts(request)));
    }

    /** Field by field what the officer has picked. */
    @PostMapping(ID + "/beda/{unmergedId}")
    ModelAndView merge(
            @PathVariable UUID id,
            @PathVariable UUID unmergedId,
            @RequestParam int version,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        Case theirs = applications.get(id);
        Answers mine =
                unmerged.find(id, unmergedId, currentActor.require().account()).orElseThrow(Applications::notFound);
        Answers merged = theirs.answers();
        for (Question question : Question.values()) {
            if ("mine".equals(request.getParameter("pick." + question.field()))) {
                merged = merged.with(question, mine.all(question).toArray(String[]::new));
            }
        }
        if (applications.save(id, version, merged) instanceof Saved.Conflict(Case newer, Answers ignored)) {
            return conflict(newer, mine, request);
        }
        return new ModelAndView(Pages.redirect("/permohonan/" + id + "/isian", attributes, "licensing.form.saved"));
    }

    @PostMapping(ID + "/dikenal")
    ModelAndView known(@PathVariable UUID id, HttpServletRequest request) {
        Case of = applications.get(id);
        Answers typed = Answers.of(request.getParameterMap());
        return pages.show("licensing/_known", known.find(typed, of.kecamatan(), of.enterprise(), pages.texts(request)));
    }

    /** One paper at once, with the script; the answer takes the place of its field. */
    @PostMapping(ID + "/lampiran/{kind:[A-Z_]+}")
    ModelAndView attach(@PathVariable UUID id, @PathVariable String kind, MultipartHttpServletRequest request) {
        Case to = applications.get(id);
        Actor actor = currentActor.require();
        AttachmentKind attachmentKind =
                to.regime().procedure().findAttachment(kind).orElseThrow(Applications::notFound);
        MultipartFile file = request.getFile(kind);
        if (!applications.mayEnter(to, actor) || file == null) {
            throw Applications.notFound();
        }
        FieldProblems problems = new FieldProblems();
        attachments
                .attach(to, attachmentKind, bytes(file))
                .ifPresent(problem -> problems.add(
                        problem.field(),
                        problem.messageKey(),
                        problem.arguments().toArray()));
        PaperFragment page = new PaperFragment(
                formPages.paper(to, attachmentKind, attachments.current(id), pages.texts(request)), problems);
        return problems.isEmpty() ? pages.show("licensing/_paper", page) : pages.invalid("licensing/_paper", page);
    }

    @GetMapping("/kbli")
    @ResponseBody
    List<Choice> activities(@RequestParam(defaultValue = "") String q) {
        return formPages.suggestions(q);
    }

    @GetMapping("/wilayah")
    @ResponseBody
    List<Choice> homes(@RequestParam(defaultValue = "") String q) {
        return regions.search(q, "", 20).stream()
                .filter(AnswersCheck::isHome)
                .limit(10)
                .map(region -> new Choice(region.code(), region.fullName(), regions.path(region.parentCode())))
                .toList();
    }
}
