package id.lumbung.registry.sheet;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.page.ObservationPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds what somebody has seen or said of an enterprise; earlier observations stay. */
@Controller
class ObservationController {
    private static final int EARLIEST_YEAR = 1945;
    private static final int LONGEST_NUMBER = 15;
    private static final long MOST_PERSONS = 100_000;

    private final EnterpriseQueries queries;
    private final EnterpriseEdits edits;
    private final EnterpriseView view;
    private final CurrentActor currentActor;
    private final Pages pages;
    private final Clock clock;

    ObservationController(
            EnterpriseQueries queries,
            EnterpriseEdits edits,
            EnterpriseView view,
            CurrentActor currentActor,
            Pages pages,
            Clock clock) {
        this.queries = queries;
        this.edits = edits;
        this.view = view;
        this.currentActor = currentActor;
        this.pages = pages;
        this.clock = clock;
    }

    /** What was typed. */
    public record ObservationForm(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String year,
            @Nullable String validOn,
            @Nullable String source,
            @Nullable String evidence,
            @Nullable Integer version) {}

    @GetMapping("/usaha/{id}/pengamatan")
    public ModelAndView form(@PathVariable String id, HttpServletRequest request) {
        ObservationForm empty = new ObservationForm(null, null, null, null, null, null, null);
        return pages.show(
                "registry/observation", page(permitted(id), empty, false, new FieldProblems(), pages.texts(request)));
    }

    @PostMapping("/usaha/{id}/pengamatan")
    public Object add(
            @PathVariable String id,
            @ModelAttribute ObservationForm form,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        EnterpriseQueries.Head head = permitted(id);
        Texts texts = pages.texts(request);
        FieldProblems problems = new FieldProblems();
        Optional<ObservedFact> fact = read(form, problems);
        if (fact.isEmpty()) {
            return pages.invalid("registry/observation", page(head, form, false, problems, texts));
        }
        Integer version = form.version();
        if (version == null || !edits.observe(head.id(), version, fact.get())) {
            return pages.answer(
                    "registry/observation", page(permitted(id), form, true, problems, texts), HttpStatus.CONFLICT);
        }
        return Pages.redirect("/usaha/" + head.id(), redirect, "registry.observation.added");
    }

    private Optional<ObservedFact> read(ObservationForm form, FieldProblems problems) {
        LocalDate today = LocalDate.now(clock);
        ObservationKind kind = Arrays.stream(ObservationKind.values())
                .filter(one -> one.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            problems.add("kind", "registry.observation.kind.choose");
        }
        long value = value(text(form.value()), kind, problems);
        int year = year(text(form.year()), today, problems);
        LocalDate validOn = validOn(text(form.validOn()), year, today, problems);
        String source = text(form.source());
        if (source.isEmpty()) {
            problems.add("source", "registry.observation.source.missing");
        }
        String evidence = text(form.evidence());
        if (evidence.isEmpty()) {
            problems.add("evidence", "registry.observation.evidence.missing");
        }
        if (kind == null || validOn == null || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ObservedFact(kind, value, validOn, year, source, evidence));
    }

    /** Digits, with the dots and the "Rp" that people write around them. */
    private static long value(String typed, @Nullable ObservationKind kind, FieldProblems problems) {
        String digits = typed.replaceFirst("(?i)^rp\\.?\\s*", "")
                .replaceFirst(",(00|-)$", "")
                .replaceAll("[.\\s]", "");
        if (digits.isEmpty()) {
            problems.add("value", "registry.observation.value.missing");
            return 0;
        }
        if (!digits.matches("\\d+")) {
            problems.add("value", "registry.observation.value.not-digits");
            return 0;
        }
        boolean persons = kind != null && kind.unit() == ObservationKind.Unit.PERSONS;
        if (digits.length() > LONGEST_NUMBER || (persons && Long.parseLong(digits) > MOST_PERSONS)) {
            problems.add("value", "registry.observation.value.too-large");
            return 0;
        }
        return Long.parseLong(digits);
    }

    private static int year(String typed, LocalDate today, FieldProblems problems) {
        if (!typed.matches("\\d{4}")) {
            problems.add("year", "registry.observation.year.unreadable", String.valueOf(today.getYear() - 1));
            return 0;
        }
        int year = Integer.parseInt(typed);
        if (year < EARLIEST_YEAR || year > today.getYear()) {
            problems.add("year", "registry.observation.year.impossible", String.valueOf(today.getYear()));
        }
        return year;
    }

    /** The day it is true for: the end of a past year, today in this one, unless a day is stated. */
    private static @Nullable LocalDate validOn(String typed, int year, LocalDate today, FieldProblems problems) {
        if (typed.isEmpty()) {
            return year < EARLIEST_YEAR || year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
        }
        try {
            LocalDate date = LocalDate.parse(typed);
            if (date.isAfter(today)) {
                problems.add("validOn", "registry.date.future");
            } else if (date.getYear() < year) {
                problems.add("validOn", "registry.observation.before-year", String.valueOf(year));
            }
            return date;
        } catch (DateTimeParseException unreadable) {
            problems.add("validOn", "registry.date.unreadable");
            return null;
        }
    }

    private EnterpriseQueries.Head permitted(String id) {
        EnterpriseQueries.Head head = EnterpriseController.head(queries, id);
        currentActor.require().require(Permission.EDIT_ENTERPRISE, head.regionCode());
        return head;
    }

    private ObservationPage page(
            EnterpriseQueries.Head head, ObservationForm form, boolean conflict, FieldProblems problems, Texts texts) {
        List<Choice> kinds = Arrays.stream(ObservationKind.values())
                .map(kind -> new Choice(kind.name(), texts.t(kind.messageKey())))
                .toList();
        return new ObservationPage(
                head.id().toString(),
                head.name(),
                head.version(),
                kinds,
                text(form.kind()),
                text(form.value()),
                text(form.year()),
                text(form.validOn()),
                text(form.source()),
                text(form.evidence()),
                conflict,
                view.newest(head.id(), texts),
                problems);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
