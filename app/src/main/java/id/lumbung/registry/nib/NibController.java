package id.lumbung.registry.nib;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Pages;
import id.lumbung.registry.Nib;
import id.lumbung.registry.NibRecord;
import id.lumbung.registry.page.NibPage;
import id.lumbung.registry.sheet.EnterpriseController;
import id.lumbung.registry.sheet.EnterpriseEdits;
import id.lumbung.registry.sheet.EnterpriseQueries;
import id.lumbung.registry.sheet.EnterpriseView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records a NIB that OSS gave. The office facilitates and does not issue it. */
@Controller
class NibController {
    private final EnterpriseQueries queries;
    private final EnterpriseEdits edits;
    private final EnterpriseView view;
    private final NibRecords nibs;
    private final CurrentActor currentActor;
    private final Pages pages;
    private final Clock clock;

    NibController(
            EnterpriseQueries queries,
            EnterpriseEdits edits,
            EnterpriseView view,
            NibRecords nibs,
            CurrentActor currentActor,
            Pages pages,
            Clock clock) {
        this.queries = queries;
        this.edits = edits;
        this.view = view;
        this.nibs = nibs;
        this.currentActor = currentActor;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param suggested the number of the button that takes the suggestion
     * @param confirmed the NIB that was confirmed to belong to several enterprises
     */
    public record NibForm(
            @Nullable String nib,
            @Nullable String issuedOn,
            @Nullable String note,
            @Nullable Integer version,
            @Nullable String suggested,
            @Nullable String confirmed) {
        String typed() {
            return suggested == null || suggested.isBlank() ? text(nib) : suggested;
        }

        static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    private record Shown(boolean conflict, @Nullable String suggestion, long others, FieldProblems problems) {}

    @GetMapping("/usaha/{id}/nib")
    public ModelAndView form(@PathVariable String id) {
        EnterpriseQueries.Head head = permitted(id);
        return pages.show(
                "registry/nib",
                page(
                        head,
                        new NibForm(null, null, null, null, null, null),
                        new Shown(false, null, 0, new FieldProblems())));
    }

    @PostMapping("/usaha/{id}/nib")
    public Object record(@PathVariable String id, @ModelAttribute NibForm form, RedirectAttributes redirect) {
        EnterpriseQueries.Head head = permitted(id);
        FieldProblems problems = new FieldProblems();
        Nib.Reading reading = Nib.read(form.typed());
        Nib nib = reading instanceof Nib.Reading.Read read ? read.nib() : null;
        if (form.typed().isEmpty()) {
            problems.add("nib", "registry.nib.missing");
        } else {
            Nib.problem("nib", form.typed())
                    .ifPresent(problem -> problems.add(
                            "nib", problem.messageKey(), problem.arguments().toArray()));
        }
        LocalDate issuedOn = date(NibForm.text(form.issuedOn()), problems);
        String suggestion = reading instanceof Nib.Reading.Suggested suggested
                ? suggested.nib().value()
                : null;
        if (nib == null || !problems.isEmpty()) {
            return pages.invalid("registry/nib", page(head, form, new Shown(false, suggestion, 0, problems)));
        }
        long others = nibs.othersUnder(nib, head.id());
        if (others > 0 && !nib.value().equals(form.confirmed())) {
            return pages.invalid("registry/nib", page(head, form, new Shown(false, null, others, problems)));
        }
        Integer version = form.version();
        if (version == null
                || !edits.recordNib(head.id(), version, new NibRecord(nib, issuedOn, NibForm.text(form.note())))) {
            return pages.answer(
                    "registry/nib", page(permitted(id), form, new Shown(true, null, 0, problems)), HttpStatus.CONFLICT);
        }
        return Pages.redirect("/usaha/" + head.id(), redirect, "registry.nib.recorded");
    }

    private @Nullable LocalDate date(String typed, FieldProblems problems) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(typed);
            if (date.isAfter(LocalDate.now(clock))) {
                problems.add("issuedOn", "registry.date.future");
            }
            return date;
        } catch (DateTimeParseException unreadable) {
            problems.add("issuedOn", "registry.date.unreadable");
            return null;
        }
    }

    private EnterpriseQueries.Head permitted(String id) {
        EnterpriseQueries.Head head = EnterpriseController.head(queries, id);
        currentActor.require().require(Permission.RECORD_NIB, head.regionCode());
        return head;
    }

    private NibPage page(EnterpriseQueries.Head head, NibForm form, Shown shown) {
        return new NibPage(
                head.id().toString(),
                head.name(),
                head.version(),
                form.typed(),
                NibForm.text(form.issuedOn()),
                NibForm.text(form.note()),
                shown.suggestion(),
                shown.others(),
                shown.conflict(),
                view.nibs(head.id()),
                shown.problems());
    }
}
