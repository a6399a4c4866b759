package id.lumbung.privacy.request;

import id.lumbung.identity.RateLimiter;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import id.lumbung.privacy.consent.ConsentWords;
import id.lumbung.privacy.held.HeldReport;
import id.lumbung.privacy.request.page.MyDataPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person reads the answer to her request with the code of the slip and her NIK. What opens nothing is answered alike. */
@Controller
@RequestMapping("/data-saya")
class MyDataController {
    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit("my-data", 10, 60);

    private final RequestDesk desk;
    private final HeldWords words;
    private final ConsentWords consentWords;
    private final RateLimiter limiter;
    private final Pages pages;

    MyDataController(RequestDesk desk, HeldWords words, ConsentWords consentWords, RateLimiter limiter, Pages pages) {
        this.desk = desk;
        this.words = words;
        this.consentWords = consentWords;
        this.limiter = limiter;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView ask() {
        return pages.show("privacy/my-data", new MyDataPage(null, null));
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nik,
            HttpServletRequest request) {
        if (!limiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return pages.answer(
                    "privacy/my-data", new MyDataPage("privacy.my-data.too-often", null), HttpStatus.TOO_MANY_REQUESTS);
        }
        Texts texts = pages.texts(request);
        return desk.open(code, nik)
                .map(opened -> pages.show("privacy/my-data", new MyDataPage(null, found(opened, texts))))
                .orElseGet(() -> pages.invalid("privacy/my-data", new MyDataPage("privacy.my-data.nothing", null)));
    }

    private MyDataPage.Found found(RequestDesk.Opened opened, Texts texts) {
        HeldReport held = opened.held();
        return new MyDataPage.Found(
                opened.number(),
                "privacy.kind." + opened.kind(),
                "privacy.state." + opened.state(),
                words.place(opened.regionCode()),
                texts.dateTime(opened.receivedAt()),
                texts.dateTime(opened.dueAt()),
                !RequestState.valueOf(opened.state()).ended(),
                opened.answer(),
                held == null ? null : words.part(held, texts),
                consentWords.lines(opened.consents(), texts));
    }
}
