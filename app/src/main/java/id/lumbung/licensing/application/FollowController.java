package id.lumbung.licensing.application;

import id.lumbung.identity.RateLimiter;
import id.lumbung.licensing.application.page.FollowPage;
import id.lumbung.licensing.regime.CaseClock;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An applicant follows a case with the code on the receipt. It shows how far the case is and what is wanted, and neither
 * name nor number of anybody. Whatever opens nothing is answered alike.
 */
@Controller
@RequestMapping("/lacak")
class FollowController {
    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit("follow", 10, 60);

    private final CaseStore store;
    private final CaseCodes codes;
    private final FormPages formPages;
    private final Regions regions;
    private final RateLimiter limiter;
    private final TransactionTemplate transaction;
    private final Pages pages;

    FollowController(
            CaseStore store,
            CaseCodes codes,
            FormPages formPages,
            Regions regions,
            RateLimiter limiter,
            TransactionTemplate transaction,
            Pages pages) {
        this.store = store;
        this.codes = codes;
        this.formPages = formPages;
        this.regions = regions;
        this.limiter = limiter;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView ask() {
        return pages.show("licensing/follow", new FollowPage(null, null));
    }

    @PostMapping
    ModelAndView follow(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (!limiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return pages.answer(
                    "licensing/follow",
                    new FollowPage("licensing.follow.too-often", null),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        Texts texts = pages.texts(request);
        Optional<FollowPage.Found> found = find(codes.fingerprints(code), texts);
        return found.map(answer -> pages.show("licensing/follow", new FollowPage(null, answer)))
                .orElseGet(() -> pages.invalid("licensing/follow", new FollowPage("licensing.follow.nothing", null)));
    }

    private Optional<FollowPage.Found> find(List<byte[]> fingerprints, Texts texts) {
        if (fingerprints.isEmpty()) {
            return Optional.empty();
        }
        return Sight.system("an applicant follows a case by its code", () -> {
            Optional<FollowPage.Found> answer = transaction.execute(
                    status -> store.findByCaseCode(fingerprints).map(of -> found(of, texts)));
            return answer == null ? Optional.empty() : answer;
        });
    }

    private FollowPage.Found found(Case of, Texts texts) {
        LocalDate due = of.progress().dueOn();
        boolean running = of.progress().clock().phase() == CaseClock.Phase.RUNNING;
        Instant submitted = of.progress().submittedAt();
        List<FollowPage.Step> steps = store.eventsOf(of.id()).stream()
                .filter(event -> !event.to().equals(event.from()))
                .map(event -> step(of, event, texts))
                .toList();
        return new FollowPage.Found(
                of.state().forApplicant().in(texts),
                of.state().name().in(texts),
                CaseWords.tone(of.regime(), of.state()),
                regions.get(of.kecamatan()).name(),
                submitted == null ? "" : texts.date(submitted.atZone(Texts.ZONE).toLocalDate()),
                due == null || !running ? null : texts.date(due),
                of.progress().clock().phase() == CaseClock.Phase.PAUSED,
                formPages.corrections(of, texts).stream()
                        .map(correction -> correction.label() + ": " + correction.sentence())
                        .toList(),
                steps.reversed());
    }

    private static FollowPage.Step step(Case of, CaseEvent event, Texts texts) {
        LocalDate on = event.at().atZone(Texts.ZONE).toLocalDate();
        return new FollowPage.Step(
                on.toString(),
                texts.date(on),
                of.regime().procedure().state(event.to()).name().in(texts));
    }
}
