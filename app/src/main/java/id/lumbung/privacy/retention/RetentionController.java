package id.lumbung.privacy.retention;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import id.lumbung.privacy.retention.page.DecidePage;
import id.lumbung.privacy.retention.page.RetentionPage;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
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

/** How long what is kept, what is due, what has gone; and the form by which the office decides. */
@Controller
@RequestMapping("/data-pribadi/retensi")
class RetentionController {
    private static final String PATH = "/data-pribadi/retensi";

    private final RetentionDesk desk;
    private final RetentionWords words;
    private final Regions regions;
    private final CurrentActor currentActor;
    private final Pages pages;

    RetentionController(
            RetentionDesk desk, RetentionWords words, Regions regions, CurrentActor currentActor, Pages pages) {
        this.desk = desk;
        this.words = words;
        this.regions = regions;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Actor actor = currentActor.require();
        RetentionDesk.Overview all = desk.overview();
        Map<String, String> titles = all.classes().stream()
                .collect(Collectors.toMap(RetentionDesk.ClassLine::code, line -> words.title(line, texts)));
        boolean decides = actor.mayAnywhere(Permission.DECIDE_RETENTION);
        return pages.show(
                "privacy/retention",
                new RetentionPage(
                        all.classes().stream()
                                .map(line -> new RetentionPage.Line(
                                        words.title(line, texts),
                                        words.rule(line, texts),
                                        line.source(),
                                        line.decided(),
                                        words.count(line, texts),
                                        decides ? PATH + "/" + line.code() : null))
                                .toList(),
                        (int) all.classes().stream()
                                .filter(line -> !line.decided())
                                .count(),
                        all.due().stream()
                                .map(one -> new RetentionPage.Due(
                                        one.label(),
                                        titles.getOrDefault(one.code(), one.code()),
                                        place(one.regionCode()),
                                        texts.date(one.happenedOn()),
                                        one.held()))
                                .toList(),
                        all.gone().stream()
                                .map(one -> new RetentionPage.Gone(
                                        one.at().toString(),
                                        texts.dateTime(one.at()),
                                        one.label(),
                                        titles.getOrDefault(one.code(), one.code()),
                                        texts.t("privacy.retention.gone", one.items(), one.documents())))
                                .toList(),
                        actor.mayAnywhere(Permission.HOLD_DATA)));
    }

    private String place(String code) {
        return regions.find(code).map(Region::name).orElse(code);
    }

    @GetMapping("/{kelas}")
    ModelAndView form(@PathVariable String kelas, HttpServletRequest request) {
        RetentionDesk.ClassLine line = desk.get(kelas);
        String days = line.days() == null ? "" : line.days().toString();
        return pages.show(
                "privacy/retention-class",
                page(line, days, "", line.decided() ? line.source() : "", new FieldProblems(), pages.texts(request)));
    }

    @PostMapping("/{kelas}")
    Object decide(
            @PathVariable String kelas,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String validFrom,
            @RequestParam(defaultValue = "") String source,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            desk.decide(kelas, new RetentionDesk.Decision(number(days), date(validFrom), source));
            return Pages.redirect(PATH, attributes, "privacy.retention.decided.done");
        } catch (Invalid invalid) {
            return pages.invalid(
                    "privacy/retention-class",
                    page(desk.get(kelas), days, validFrom, source, invalid.asProblems(), pages.texts(request)));
        }
    }

    private DecidePage page(
            RetentionDesk.ClassLine line,
            String days,
            String validFrom,
            String source,
            FieldProblems problems,
            Texts texts) {
        currentActor.require().requireAnywhere(Permission.DECIDE_RETENTION);
        return new DecidePage(
                PATH + "/" + line.code(),
                words.title(line, texts),
                words.rule(line, texts),
                words.count(line, texts),
                line.days() == null,
                days,
                validFrom,
                source,
                problems);
    }

    private static @Nullable Integer number(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("[0-9]{1,5}")) {
            throw new Invalid(new FieldProblems().add("days", "privacy.retention.days.range"));
        }
        return Integer.valueOf(typed.strip());
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw new Invalid(new FieldProblems().add("validFrom", "privacy.retention.valid-from.range"));
        }
    }
}
