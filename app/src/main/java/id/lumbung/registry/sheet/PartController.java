package id.lumbung.registry.sheet;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Stale;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.registry.page.PartPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Parts enterprises that were judged to be one. */
@Controller
class PartController {
    private final EnterpriseQueries queries;
    private final EnterpriseDesk desk;
    private final CurrentActor currentActor;
    private final Pages pages;

    PartController(EnterpriseQueries queries, EnterpriseDesk desk, CurrentActor currentActor, Pages pages) {
        this.queries = queries;
        this.desk = desk;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    /** What was typed. */
    public record PartForm(
            @Nullable String number,
            @Nullable String reason,
            @Nullable Integer version) {}

    @GetMapping("/usaha/{id}/pisahkan")
    public ModelAndView form(@PathVariable String id) {
        return pages.show(
                "registry/part", page(permitted(id), new PartForm(null, null, null), false, new FieldProblems()));
    }

    @PostMapping("/usaha/{id}/pisahkan")
    public Object part(@PathVariable String id, @ModelAttribute PartForm form, RedirectAttributes redirect) {
        EnterpriseQueries.Head head = permitted(id);
        Integer version = form.version();
        try {
            desk.part(head.id().value(), version == null ? 0 : version, form.number(), form.reason());
        } catch (Invalid invalid) {
            return pages.invalid("registry/part", page(head, form, false, invalid.asProblems()));
        } catch (Stale changed) {
            return pages.answer(
                    "registry/part", page(permitted(id), form, true, new FieldProblems()), HttpStatus.CONFLICT);
        }
        return Pages.redirect("/usaha/" + head.id(), redirect, "registry.part.done");
    }

    private EnterpriseQueries.Head permitted(String id) {
        EnterpriseQueries.Head head = EnterpriseController.head(queries, id);
        currentActor.require().require(Permission.MERGE_ENTERPRISES, head.regionCode());
        return head;
    }

    private PartPage page(EnterpriseQueries.Head head, PartForm form, boolean conflict, FieldProblems problems) {
        List<Choice> choices = queries.merged(head.id()).stream()
                .map(merged -> new Choice(merged.number(), merged.number() + " " + merged.name()))
                .toList();
        String chosen = form.number() == null ? "" : form.number();
        return new PartPage(
                head.id().toString(),
                head.number(),
                head.name(),
                head.version(),
                choices,
                chosen.isEmpty() && choices.size() == 1 ? choices.getFirst().value() : chosen,
                form.reason() == null ? "" : form.reason(),
                conflict,
                problems);
    }
}
