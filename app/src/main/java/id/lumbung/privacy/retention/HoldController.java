package id.lumbung.privacy.retention;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.privacy.retention.page.HoldsPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Legal holds: which there are, a new one, and the end of one. */
@Controller
@RequestMapping("/data-pribadi/penahanan")
class HoldController {
    private static final String PATH = "/data-pribadi/penahanan";

    private final HoldDesk desk;
    private final CurrentActor currentActor;
    private final Pages pages;

    HoldController(HoldDesk desk, CurrentActor currentActor, Pages pages) {
        this.desk = desk;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return pages.show(
                "privacy/holds", page(new HoldsPage.Typed("", "", ""), new FieldProblems(), pages.texts(request)));
    }

    @PostMapping
    Object place(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            desk.place(new HoldDesk.NewHold(kind, reference, reason));
            return Pages.redirect(PATH, attributes, "privacy.hold.done");
        } catch (Invalid invalid) {
            return pages.invalid(
                    "privacy/holds",
                    page(new HoldsPage.Typed(kind, reference, reason), invalid.asProblems(), pages.texts(request)));
        }
    }

    @PostMapping("/{id}/cabut")
    Object lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            desk.lift(id, reason);
            return Pages.redirect(PATH, attributes, "privacy.hold.lifted.done");
        } catch (Invalid invalid) {
            return pages.invalid(
                    "privacy/holds",
                    page(
                            new HoldsPage.Typed("", "", ""),
                            new FieldProblems().add("kind", "privacy.hold.lift.reason"),
                            pages.texts(request)));
        }
    }

    private HoldsPage page(HoldsPage.Typed typed, FieldProblems problems, Texts texts) {
        Actor actor = currentActor.require();
        return new HoldsPage(
                desk.all().stream()
                        .map(hold -> new HoldsPage.Line(
                                hold.label(),
                                "privacy.hold.of." + hold.kind(),
                                hold.reason(),
                                texts.t(
                                        "privacy.hold.by",
                                        texts.dateTime(hold.placedAt()),
                                        hold.placedBy() == null ? "–" : hold.placedBy()),
                                hold.liftedAt() == null
                                        ? null
                                        : texts.t(
                                                        "privacy.hold.lifted",
                                                        texts.dateTime(hold.liftedAt()),
                                                        hold.liftedBy() == null ? "–" : hold.liftedBy())
                                                + ": " + hold.liftReason(),
                                hold.liftedAt() == null && actor.may(Permission.HOLD_DATA, hold.regionCode())
                                        ? PATH + "/" + hold.id() + "/cabut"
                                        : null))
                        .toList(),
                actor.mayAnywhere(Permission.HOLD_DATA),
                Arrays.stream(HoldDesk.HeldKind.values())
                        .map(kind -> new Choice(kind.name(), texts.t("privacy.hold.kind." + kind)))
                        .toList(),
                typed,
                problems);
    }
}
