package id.lumbung.privacy.consent;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.privacy.consent.page.ConsentsPage;
import id.lumbung.privacy.consent.page.FindPersonPage;
import id.lumbung.privacy.retention.HoldDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Consent at the counter: whose it is, what she has said, what she says now. */
@Controller
@RequestMapping("/data-pribadi/persetujuan")
class ConsentController {
    private static final String PATH = "/data-pribadi/persetujuan";

    private final ConsentDesk desk;
    private final ConsentWords words;
    private final HoldDesk holds;
    private final Pages pages;

    ConsentController(ConsentDesk desk, ConsentWords words, HoldDesk holds, Pages pages) {
        this.desk = desk;
        this.words = words;
        this.holds = holds;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView ask() {
        desk.requireCounter();
        return pages.show("privacy/consent-person", new FindPersonPage(new FieldProblems()));
    }

    /** The NIK is in the body and never in an address. */
    @PostMapping
    Object find(@RequestParam(defaultValue = "") String nik) {
        try {
            return "redirect:" + PATH + "/" + desk.personWith(nik);
        } catch (Invalid invalid) {
            return pages.invalid("privacy/consent-person", new FindPersonPage(invalid.asProblems()));
        }
    }

    @GetMapping("/{person}")
    ModelAndView show(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID permintaan,
            HttpServletRequest request) {
        ConsentsPage.Typed typed = new ConsentsPage.Typed("", "", permintaan == null ? "" : "REQUEST", "");
        return pages.show(
                "privacy/consents", page(person, permintaan, typed, new FieldProblems(), pages.texts(request)));
    }

    @PostMapping("/{person}")
    Object record(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String given,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String saidOn,
            @RequestParam(required = false) @Nullable UUID permintaan,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            desk.record(
                    person,
                    new ConsentDesk.NewStatement(
                            purpose,
                            given.equals("true") ? Boolean.TRUE : given.equals("false") ? Boolean.FALSE : null,
                            how,
                            date(saidOn),
                            how.equals("REQUEST") ? permintaan : null));
            return Pages.redirect(PATH + "/" + person, attributes, "privacy.consent.done");
        } catch (Invalid invalid) {
            return pages.invalid(
                    "privacy/consents",
                    page(
                            person,
                            permintaan,
                            new ConsentsPage.Typed(purpose, given, how, saidOn),
                            invalid.asProblems(),
                            pages.texts(request)));
        }
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw new Invalid(new FieldProblems().add("saidOn", "privacy.consent.said-on.range"));
        }
    }

    private ConsentsPage page(
            UUID person, @Nullable UUID request, ConsentsPage.Typed typed, FieldProblems problems, Texts texts) {
        ConsentDesk.Consents consents = desk.get(person);
        var titles = consents.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.purpose().code(),
                        line -> line.purpose().title().in(texts)));
        return new ConsentsPage(
                PATH + "/" + person,
                consents.name(),
                consents.businesses(),
                words.lines(consents.lines(), texts),
                consents.history().stream()
                        .map(said -> new ConsentsPage.Said(
                                said.recordedAt().toString(),
                                texts.dateTime(said.recordedAt()),
                                titles.getOrDefault(said.purpose(), said.purpose()) + ": "
                                        + texts.t(said.given() ? "privacy.consent.yes" : "privacy.consent.no"),
                                texts.t(
                                        "privacy.consent.said",
                                        texts.date(said.saidOn()),
                                        texts.t("privacy.consent.how." + said.how())),
                                said.recordedBy()))
                        .toList(),
                new ConsentsPage.Form(
                        consents.lines().stream()
                                .filter(line -> line.purpose().needsConsent())
                                .map(line -> new Choice(
                                        line.purpose().code(),
                                        line.purpose().title().in(texts),
                                        line.purpose().sentence().in(texts)))
                                .toList(),
                        hows(request, texts),
                        typed,
                        problems,
                        request == null ? null : request.toString()),
                holds.reasonsFor(person));
    }

    private static List<Choice> hows(@Nullable UUID request, Texts texts) {
        return Arrays.stream(Expression.values())
                .filter(how -> how != Expression.REQUEST || request != null)
                .map(how -> new Choice(how.name(), texts.t("privacy.consent.how." + how)))
                .toList();
    }
}
