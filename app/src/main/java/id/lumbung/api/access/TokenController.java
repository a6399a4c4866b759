package id.lumbung.api.access;

import id.lumbung.api.access.page.TokensPage;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.signin.AsksAgain;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own tokens: made, listed, revoked. */
@Controller
@RequestMapping("/akun/saya/token")
class TokenController {
    private final Tokens tokens;
    private final CurrentActor currentActor;
    private final Pages pages;
    private final Clock clock;

    TokenController(Tokens tokens, CurrentActor currentActor, Pages pages, Clock clock) {
        this.tokens = tokens;
        this.currentActor = currentActor;
        this.pages = pages;
        this.clock = clock;
    }

    private record Typed(String name, List<String> scopes, String expires) {}

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        Typed fresh = new Typed("", List.of(), LocalDate.now(clock).plusDays(90).toString());
        return pages.show("api/tokens", page(fresh, null, new FieldProblems(), pages.texts(request)));
    }

    /** Shown in the answer itself, not after a redirect: the text is kept nowhere. */
    @AsksAgain
    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String expires,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Typed typed = new Typed(name, scopes, expires);
        try {
            Tokens.Made made = tokens.make(name, Set.copyOf(scopes), day(expires));
            Typed fresh = new Typed("", List.of(), expires);
            return pages.show("api/tokens", page(fresh, made.text(), new FieldProblems(), texts));
        } catch (Invalid invalid) {
            FieldProblems problems = new FieldProblems();
            for (FieldProblem problem : invalid.problems()) {
                problems.add(
                        problem.field(),
                        problem.messageKey(),
                        problem.arguments().toArray());
            }
            return pages.invalid("api/tokens", page(typed, null, problems, texts));
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    @PostMapping("/{token}/cabut")
    String revoke(@PathVariable UUID token, RedirectAttributes attributes) {
        tokens.revoke(token);
        return Pages.redirect("/akun/saya/token", attributes, "api.token.revoked");
    }

    private TokensPage page(Typed typed, @Nullable String made, FieldProblems problems, Texts texts) {
        List<Choice> choices = Tokens.grantable(currentActor.require()).stream()
                .map(permission -> new Choice(permission.name(), texts.t("api.scope." + permission.name())))
                .toList();
        LocalDate today = LocalDate.now(clock);
        return new TokensPage(
                tokens.own().stream()
                        .map(token -> new TokensPage.Row(
                                token.id().toString(),
                                token.name(),
                                token.scopes().stream()
                                        .map(scope -> texts.t("api.scope." + scope))
                                        .toList(),
                                token.expiresAt(),
                                token.lastUsedAt(),
                                token.state()))
                        .toList(),
                new TokensPage.Form(
                        typed.name(),
                        typed.scopes(),
                        typed.expires(),
                        today.plusDays(1).toString(),
                        today.plusDays(Tokens.LONGEST_LIFE_IN_DAYS).toString()),
                choices,
                made,
                problems);
    }
}
