package id.lumbung.identity.oidc;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.oidc.OidcProvider.Person;
import id.lumbung.identity.oidc.page.LinkOutsidePage;
import id.lumbung.identity.signin.AsksAgain;
import id.lumbung.identity.signin.Door;
import id.lumbung.platform.page.MessagePage;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To the office's sign-in service and back: to sign in, or to link one's account. */
@Controller
class OidcController {
    static final String PATH = "/masuk/oidc";
    static final String RETURN = PATH + "/kembali";
    static final String LEAVE = PATH + "/keluar";
    private static final String WAITING = "lumbung.oidc.waiting";
    private static final String TO_LINK = "lumbung.oidc.to-link";
    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit("oidc", 30, 300);

    private final Pages pages;
    private final OidcProvider provider;
    private final OutsideIdentities identities;
    private final Door door;
    private final RateLimiter rateLimiter;
    private final CurrentActor currentActor;

    OidcController(
            Pages pages,
            OidcProvider provider,
            OutsideIdentities identities,
            Door door,
            RateLimiter rateLimiter,
            CurrentActor currentActor) {
        this.pages = pages;
        this.provider = provider;
        this.identities = identities;
        this.door = door;
        this.rateLimiter = rateLimiter;
        this.currentActor = currentActor;
    }

    /** Somebody is at the service; what was asked there decides what the answer is good for. */
    private record Waiting(OAuth2AuthorizationRequest asked, boolean link, String next) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private record ToLink(String issuer, String subject, String name) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @GetMapping(PATH)
    ModelAndView signIn(@RequestParam(defaultValue = "") String lanjut, HttpServletRequest request) {
        return leave(false, lanjut, request);
    }

    @AsksAgain
    @GetMapping("/akun/saya/oidc/kaitkan")
    ModelAndView link(HttpServletRequest request) {
        return leave(true, "", request);
    }

    @GetMapping(RETURN)
    ModelAndView comeBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        Waiting waiting = session == null ? null : (Waiting) session.getAttribute(WAITING);
        if (session == null || waiting == null || code.isBlank()) {
            return no(request, "identity.oidc.refused", HttpStatus.FORBIDDEN);
        }
        session.removeAttribute(WAITING);
        Person person = provider.finish(waiting.asked(), code, state).orElse(null);
        if (person == null) {
            door.failed("", request);
            return no(request, "identity.oidc.refused", HttpStatus.FORBIDDEN);
        }
        if (waiting.link()) {
            currentActor.require();
            session.setAttribute(TO_LINK, new ToLink(person.issuer(), person.subject(), person.name()));
            return pages.show(
                    "identity/link-outside",
                    new LinkOutsidePage(identities.name().orElse(""), person.name()));
        }
        return identities
                .use(person.issuer(), person.subject())
                .flatMap(account -> door.enter(account, person.strong(), waiting.next(), request, response))
                .map(path -> new ModelAndView("redirect:" + path))
                .orElseGet(() -> {
                    door.failed("", request);
                    return no(request, "identity.oidc.unknown", HttpStatus.FORBIDDEN);
                });
    }

    /** A press of the owner, not the return from the service, links: or somebody could slip in his own name there. */
    @AsksAgain
    @PostMapping("/akun/saya/oidc")
    String confirm(HttpServletRequest request, RedirectAttributes attributes) {
        HttpSession session = request.getSession();
        ToLink wanted = (ToLink) session.getAttribute(TO_LINK);
        session.removeAttribute(TO_LINK);
        if (wanted == null) {
            return "redirect:/akun/saya";
        }
        identities.link(currentActor.require().account(), wanted.issuer(), wanted.subject());
        return Pages.redirect("/akun/saya", attributes, "identity.oidc.now-linked");
    }

    @AsksAgain
    @PostMapping("/akun/saya/oidc/lepas")
    String unlink(RedirectAttributes attributes) {
        identities.unlink(currentActor.require().account());
        return Pages.redirect("/akun/saya", attributes, "identity.oidc.unlinked");
    }

    /** Who signs out here stays signed in at the service, and the next at this machine would get in: the way out there. */
    @GetMapping(LEAVE)
    ModelAndView signOutThere() {
        return new ModelAndView("redirect:" + provider.end().orElse("/masuk"));
    }

    private ModelAndView leave(boolean link, String next, HttpServletRequest request) {
        if (identities.name().isEmpty()) {
            return no(request, "identity.oidc.off", HttpStatus.NOT_FOUND);
        }
        if (!rateLimiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return no(request, "platform.error.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        return provider.begin(request)
                .map(asked -> {
                    request.getSession().setAttribute(WAITING, new Waiting(asked, link, next));
                    return new ModelAndView("redirect:" + asked.getAuthorizationRequestUri());
                })
                .orElseGet(() -> no(request, "identity.oidc.unreachable", HttpStatus.BAD_GATEWAY));
    }

    private ModelAndView no(HttpServletRequest request, String key, HttpStatus status) {
        return pages.answer(
                "platform/message",
                new MessagePage(status.value(), pages.texts(request).t(key)),
                status);
    }
}
