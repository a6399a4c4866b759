package id.lumbung.licensing.statement;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.statement.page.KeysPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signing keys, for an administrator. */
@Controller
class KeyController {
    private final SigningKeys keys;
    private final CurrentActor currentActor;
    private final Pages pages;

    KeyController(SigningKeys keys, CurrentActor currentActor, Pages pages) {
        this.keys = keys;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping("/izin/kunci")
    ModelAndView keys(HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.ROTATE_KEYS);
        return pages.show("licensing/licenceKeys", page(request, new FieldProblems()));
    }

    @PostMapping("/izin/kunci")
    Object rotate(
            @RequestParam(required = false) boolean sure, HttpServletRequest request, RedirectAttributes attributes) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.ROTATE_KEYS);
        if (!sure) {
            FieldProblems problems = new FieldProblems().add("sure", "licence.keys.not-sure");
            return pages.invalid("licensing/licenceKeys", page(request, problems));
        }
        keys.rotate(actor.account());
        return Pages.redirect("/izin/kunci", attributes, "licence.keys.rotated");
    }

    private KeysPage page(HttpServletRequest request, FieldProblems problems) {
        Texts texts = pages.texts(request);
        return new KeysPage(
                keys.all().stream()
                        .map(key -> new KeysPage.Key(
                                key.kid(), texts.dateTime(key.madeAt()), written(texts, key.retiredAt())))
                        .toList(),
                problems);
    }

    private static @Nullable String written(Texts texts, @Nullable Instant instant) {
        return instant == null ? null : texts.dateTime(instant);
    }
}
