package id.lumbung.licensing.application;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.licensing.application.page.ReviewPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review desk: everything about a case, and the steps that its regime allows to whoever looks. */
@Controller
@RequestMapping("/permohonan/" + DraftController.ID)
class ReviewController {
    private static final int CORRECTIONS = 6;

    private final Applications applications;
    private final Attachments attachments;
    private final CaseSteps steps;
    private final ReviewPages reviewPages;
    private final ReceiptPages receipts;
    private final CurrentActor currentActor;
    private final ReadingLog readings;
    private final Pages pages;

    ReviewController(
            Applications applications,
            Attachments attachments,
            CaseSteps steps,
            ReviewPages reviewPages,
            ReceiptPages receipts,
            CurrentActor currentActor,
            ReadingLog readings,
            Pages pages) {
        this.applications = applications;
        this.attachments = attachments;
        this.steps = steps;
        this.reviewPages = reviewPages;
        this.receipts = receipts;
        this.currentActor = currentActor;
        this.readings = readings;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        Case of = seen(id);
        if (of.isDraft() && !of.state().ended() && applications.mayEnter(of, currentActor.require())) {
            return new ModelAndView("redirect:/permohonan/" + id + "/isian");
        }
        readings.record("application", id, "page", "review", of.kecamatan());
        return pages.show("licensing/review", page(of, null, ReviewPages.Tried.NOTHING, pages.texts(request)));
    }

    private Case seen(UUID id) {
        Case of = applications.get(id);
        currentActor.require().require(Permission.SEE_APPLICATIONS, of.kecamatan());
        return of;
    }

    private ReviewPage page(Case of, @Nullable Question unmasked, ReviewPages.Tried tried, Texts texts) {
        return reviewPages.review(of, currentActor.require(), unmasked, tried, texts);
    }

    /** Shows one masked answer; the asking is recorded. */
    @PostMapping("/buka")
    ModelAndView unmask(@PathVariable UUID id, @RequestParam String field, HttpServletRequest request) {
        Case of = seen(id);
        currentActor.require().require(Permission.UNMASK, of.kecamatan());
        Question question = Question.find(field).filter(Question::personal).orElseThrow(Applications::notFound);
        readings.record("application", id, question.field(), "review", of.kecamatan());
        return pages.show("licensing/review", page(of, question, ReviewPages.Tried.NOTHING, pages.texts(request)));
    }

    @PostMapping("/tindakan")
    ModelAndView act(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        Texts texts = pages.texts(request);
        Map<String, String> given = given(request);
        Case before = seen(id);
        if (action.isEmpty()) {
            FieldProblems problems = new FieldProblems().add("action", "licensing.check.action.missing");
            return pages.invalid("licensing/review", page(before, null, new ReviewPages.Tried(given, problems), texts));
        }
        return switch (steps.act(id, version, action, read(given))) {
            case CaseSteps.Acted.Done ignored ->
                new ModelAndView(Pages.redirect("/permohonan/" + id, attributes, "licensing.review.done"));
            case CaseSteps.Acted.Stale(Case now) ->
                pages.answer(
                        "licensing/review",
                        page(
                                now,
                                null,
                                new ReviewPages.Tried(
                                        given, new FieldProblems().add("action", "licensing.conflict.review")),
                                texts),
                        HttpStatus.CONFLICT);
            case CaseSteps.Acted.Incomplete(Case now, FieldProblems problems) ->
                pages.invalid("licensing/review", page(now, null, new ReviewPages.Tried(given, problems), texts));
        };
    }

    private static Map<String, String> given(HttpServletRequest request) {
        Map<String, String> given = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.matches("action|note|ground|field\\d|sentence\\d")) {
                given.put(name, values[0].strip());
            }
        });
        return given;
    }

    private static CaseSteps.Given read(Map<String, String> given) {
        List<CaseEvent.Correction> corrections = new ArrayList<>();
        for (int i = 1; i <= CORRECTIONS; i++) {
            String field = given.getOrDefault("field" + i, "");
            String sentence = given.getOrDefault("sentence" + i, "");
            boolean known = Question.find(field).isPresent() || field.matches("[A-Z_]{2,30}");
            boolean again =
                    corrections.stream().anyMatch(before -> before.field().equals(field));
            if (known && !sentence.isEmpty() && !again) {
                corrections.add(new CaseEvent.Correction(field, sentence));
            }
        }
        return new CaseSteps.Given(orNull(given.get("note")), orNull(given.get("ground")), corrections);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The paper itself, to those who may see the application; the look is recorded. */
    @GetMapping("/lampiran/{attachment:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable UUID attachment) {
        Case of = applications.get(id);
        Actor actor = currentActor.require();
        actor.require(Permission.OPEN_DOCUMENT, of.kecamatan());
        Attachment paper = attachments.find(id, attachment).orElseThrow(Applications::notFound);
        readings.record("application", id, "document:" + paper.kind(), "review", of.kecamatan());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.contentType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + paper.kind() + extension(paper) + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(attachments.content(paper));
    }

    private static String extension(Attachment paper) {
        return paper.isImage() ? ".jpg" : ".pdf";
    }

    @GetMapping("/tanda-terima")
    ModelAndView receipt(@PathVariable UUID id, HttpServletRequest request) {
        return pages.show(
                "licensing/receipt", receipts.receipt(seen(id), receipts.carried(id, request), pages.texts(request)));
    }

    /** A receipt printed again carries a new code; the old one opens nothing any more. */
    @PostMapping("/tanda-terima")
    String newReceipt(@PathVariable UUID id, RedirectAttributes attributes) {
        Case of = seen(id);
        currentActor.require().require(Permission.ENTER_APPLICATION, of.kecamatan());
        return receipts.once(id, applications.newCaseCode(id), attributes);
    }
}
