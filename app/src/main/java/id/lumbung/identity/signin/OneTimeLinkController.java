package id.lumbung.identity.signin;

import id.lumbung.identity.AccountChecks;
import id.lumbung.identity.IdentityProblem;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.password.Passwords;
import id.lumbung.identity.signin.OneTimeLinks.Link;
import id.lumbung.identity.signin.OneTimeLinks.Purpose;
import id.lumbung.identity.signin.page.SetPasswordPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Refused;
import id.lumbung.platform.page.MessagePage;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening a one-time link shows a form; only sending the form uses the link up, since mail programs open links too. */
@Controller
@RequestMapping("/atur/{token}")
class OneTimeLinkController {
    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit("one-time-link", 30, 200);

    private final Pages pages;
    private final OneTimeLinks links;
    private final SettingPasswords settingPasswords;
    private final FirstStart firstStart;
    private final RateLimiter rateLimiter;
    private final Devices devices;

    OneTimeLinkController(
            Pages pages,
            OneTimeLinks links,
            SettingPasswords settingPasswords,
            FirstStart firstStart,
            RateLimiter rateLimiter,
            Devices devices) {
        this.pages = pages;
        this.links = links;
        this.settingPasswords = settingPasswords;
        this.firstStart = firstStart;
        this.rateLimiter = rateLimiter;
        this.devices = devices;
    }

    @GetMapping
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        if (!rateLimiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return message(request, "platform.error.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        return usable(token)
                .map(link -> pages.show("identity/set-password", page(token, link, "", "", new FieldProblems())))
                .orElseGet(() -> message(request, "identity.link.not-valid", HttpStatus.GONE));
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!rateLimiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return message(request, "platform.error.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        Link link = usable(token).orElse(null);
        if (link == null) {
            return message(request, "identity.link.not-valid", HttpStatus.GONE);
        }
        FieldProblems problems = new FieldProblems();
        UUID account = link.account();
        if (account == null) {
            AccountChecks.signInName(signInName, problems);
            AccountChecks.fullName(fullName, problems);
            Passwords.check(password, again, signInName, fullName, problems);
        } else {
            Passwords.check(
                    password, again, String.valueOf(link.signInName()), String.valueOf(link.fullName()), problems);
        }
        if (problems.isEmpty()) {
            try {
                if (account == null) {
                    settingPasswords.makeFirstAdministrator(link, signInName, fullName, password);
                    firstStart.forget();
                } else {
                    settingPasswords.byLink(link, account, password);
                    // who holds the link is the owner: strangers' guesses shall not be in the way of the first sign-in
                    devices.remember(String.valueOf(link.signInName()), response);
                }
                return new ModelAndView("redirect:/masuk?siap");
            } catch (Refused refused) {
                if (refused.code() != IdentityProblem.SIGN_IN_NAME_TAKEN) {
                    throw refused;
                }
                problems.add("signInName", refused.messageKey());
            }
        }
        return pages.invalid("identity/set-password", page(token, link, signInName, fullName, problems));
    }

    private Optional<Link> usable(String token) {
        return links.find(token).filter(link -> link.purpose() != Purpose.SETUP || !firstStart.administratorExists());
    }

    private ModelAndView message(HttpServletRequest request, String key, HttpStatus status) {
        return pages.answer(
                "platform/message",
                new MessagePage(status.value(), pages.texts(request).t(key)),
                status);
    }

    private static SetPasswordPage page(
            String token, Link link, String signInName, String fullName, FieldProblems problems) {
        return new SetPasswordPage(
                token,
                link.purpose() == Purpose.SETUP,
                link.signInName(),
                signInName,
                fullName,
                Passwords.LEAST_LENGTH,
                problems);
    }
}
