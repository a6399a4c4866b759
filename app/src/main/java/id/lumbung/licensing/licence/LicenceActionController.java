package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceAction;
import id.lumbung.licensing.licence.life.LicenceNotFound;
import id.lumbung.licensing.licence.page.LicenceActionPage;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.licensing.regime.RevocationGround;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms by which an office amends, replaces, warns, revokes and reinstates. Nothing typed is lost when one fails. */
@Controller
class LicenceActionController {
    private static final String PATH = "/izin/{id:[0-9a-f-]{36}}/{path:ubah|ganti-lembar|peringatan|cabut|pulihkan}";
    private static final String TEMPLATE = "licensing/licenceAction";

    private final LicenceChanges changes;
    private final LicenceViews views;
    private final Regimes regimes;
    private final Regions regions;
    private final CurrentActor currentActor;
    private final Pages pages;

    /** One showing of a form. */
    private record Showing(
            LicenceAction action,
            LicenceViews.View view,
            int version,
            Map<String, String> typed,
            FieldProblems problems,
            @Nullable Refused refused) {}

    LicenceActionController(
            LicenceChanges changes,
            LicenceViews views,
            Regimes regimes,
            Regions regions,
            CurrentActor currentActor,
            Pages pages) {
        this.changes = changes;
        this.views = views;
        this.regimes = regimes;
        this.regions = regions;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ModelAndView form(@PathVariable UUID id, @PathVariable String path, HttpServletRequest request) {
        Actor actor = currentActor.require();
        LicenceAction action = LicenceAction.ofPath(path).orElseThrow(LicenceNotFound::new);
        LicenceViews.View view = views.view(new LicenceId(id), actor);
        actor.require(action.permission(), view.licence().kecamatanCode());
        Map<String, String> typed = action == LicenceAction.AMEND ? AmendForm.opened(view.current()) : Map.of();
        Showing showing = new Showing(action, view, view.licence().version(), typed, new FieldProblems(), null);
        return pages.show(TEMPLATE, page(showing, pages.texts(request)));
    }

    @PostMapping(PATH)
    Object act(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        Actor actor = currentActor.require();
        LicenceAction action = LicenceAction.ofPath(path).orElseThrow(LicenceNotFound::new);
        LicenceViews.View view = views.view(new LicenceId(id), actor);
        LicenceChanges.Seen seen = new LicenceChanges.Seen(new LicenceId(id), version(typed));
        FieldProblems problems = new FieldProblems();
        try {
            problems = act(action, seen, view, typed, actor);
            if (problems.isEmpty()) {
                return Pages.redirect("/izin/" + id, attributes, action.doneKey());
            }
            Showing showing = new Showing(action, view, seen.version(), typed, problems, null);
            return pages.invalid(TEMPLATE, page(showing, pages.texts(request)));
        } catch (Refused refused) {
            LicenceViews.View now = views.view(new LicenceId(id), actor);
            Showing showing = new Showing(action, now, now.licence().version(), typed, problems, refused);
            boolean conflict = refused.code() == LicensingProblem.LICENCE_CHANGED_MEANWHILE;
            return pages.answer(
                    TEMPLATE,
                    page(showing, pages.texts(request)),
                    conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private FieldProblems act(
            LicenceAction action,
            LicenceChanges.Seen seen,
            LicenceViews.View view,
            Map<String, String> typed,
            Actor actor) {
        if (action == LicenceAction.AMEND) {
            AmendForm form = new AmendForm(typed);
            LicenceChanges.Amendment amendment = form.amendment(view.current());
            if (form.problems().isEmpty()) {
                changes.amend(seen, amendment, actor);
            }
            return form.problems();
        }
        FieldProblems problems = new FieldProblems();
        String reason = AmendForm.reason(problems, typed.getOrDefault("reason", ""));
        String ground = typed.getOrDefault("ground", "");
        if (action == LicenceAction.REVOKE && ground.isBlank()) {
            problems.add("ground", "licence.problem.ground");
        }
        String letter = typed.getOrDefault("letter", "").strip();
        if (action == LicenceAction.REPLACE_SHEET && letter.isEmpty()) {
            problems.add("letter", "licence.problem.letter");
        }
        if (problems.isEmpty()) {
            switch (action) {
                case REPLACE_SHEET -> changes.replaceSheet(seen, letter + ": " + reason, actor);
                case WARN -> changes.warn(seen, reason, actor);
                case REVOKE -> changes.revoke(seen, ground, reason, actor);
                case REINSTATE -> changes.reinstate(seen, reason, actor);
                case AMEND -> throw new IllegalStateException("amended above");
            }
        }
        return problems;
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private LicenceActionPage page(Showing showing, Texts texts) {
        Licence licence = showing.view().licence();
        Refused refused = showing.refused();
        boolean conflict = refused != null && refused.code() == LicensingProblem.LICENCE_CHANGED_MEANWHILE;
        return new LicenceActionPage(
                LicenceActionPage.Kind.valueOf(showing.action().name()),
                new LicenceActionPage.Head(
                        texts.t(showing.action().messageKey()),
                        texts.t(showing.action().explanationKey()),
                        "/izin/" + licence.id() + "/" + showing.action().path(),
                        "/izin/" + licence.id(),
                        licence.number(),
                        licence.holdings().businessName(),
                        texts.t(licence.state().messageKey()),
                        licence.state().tone()),
                showing.version(),
                showing.typed(),
                showing.action() == LicenceAction.REVOKE ? grounds(licence, texts) : List.of(),
                showing.action() == LicenceAction.AMEND ? villages(licence) : List.of(),
                showing.problems(),
                refused == null ? null : texts.t(refused),
                conflict ? meanwhile(showing.view(), texts) : null);
    }

    private List<Choice> grounds(Licence licence, Texts texts) {
        return regimes
                .get(licence.numbering().regime(), licence.numbering().regimeVersion())
                .grounds()
                .revocation()
                .stream()
                .map(ground -> ground(ground, texts))
                .toList();
    }

    private static Choice ground(RevocationGround ground, Texts texts) {
        String note = ground.warnings() == 0
                ? texts.t("licence.ground.at-once")
                : texts.t("licence.ground.after-warnings", ground.warnings());
        return new Choice(ground.code(), ground.name().in(texts), note);
    }

    private List<Choice> villages(Licence licence) {
        return regions.villagesOf(licence.kecamatanCode()).stream()
                .map(village -> new Choice(village.fullName(), village.fullName()))
                .toList();
    }

    private static @Nullable String meanwhile(LicenceViews.View view, Texts texts) {
        return view.events().stream()
                .findFirst()
                .map(event -> texts.t(
                        "licence.meanwhile",
                        texts.t(event.kind().messageKey()),
                        event.actor().name(),
                        texts.dateTime(event.at())))
                .orElse(null);
    }
}
