package id.lumbung.identity.signin;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.IdentityProblem;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.SignedIn;
import id.lumbung.identity.signin.page.SecondFactorPage;
import id.lumbung.platform.Refused;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor: set up, its recovery codes, removed. */
@Controller
@RequestMapping(SecondFactorController.PATH)
class SecondFactorController {
    static final String PATH = "/akun/saya/faktor-kedua";
    private static final RateLimiter.Limit FIRST_CODE = new RateLimiter.Limit("first-code", 10, 60);

    private final Pages pages;
    private final SecondFactors secondFactors;
    private final SettingPasswords settingPasswords;
    private final Sessions sessions;
    private final RateLimiter rateLimiter;
    private final CurrentActor currentActor;
    private final Clock clock;

    SecondFactorController(
            Pages pages,
            SecondFactors secondFactors,
            SettingPasswords settingPasswords,
            Sessions sessions,
            RateLimiter rateLimiter,
            CurrentActor currentActor,
            Clock clock) {
        this.pages = pages;
        this.secondFactors = secondFactors;
        this.settingPasswords = settingPasswords;
        this.sessions = sessions;
        this.rateLimiter = rateLimiter;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return pages.show("identity/second-factor", page(List.of(), null));
    }

    @AsksAgain
    @PostMapping("/siapkan")
    String prepare() {
        secondFactors.prepare(currentActor.require().account());
        return "redirect:" + PATH;
    }

    /** The recovery codes are shown in the answer itself, not after a redirect: they are kept nowhere. */
    @AsksAgain
    @PostMapping("/pasang")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Actor me = currentActor.require();
        Optional<List<String>> codes =
                rateLimiter.tryAcquire(FIRST_CODE, me.account().toString())
                        ? secondFactors.confirm(me.account(), code)
                        : Optional.empty();
        if (codes.isEmpty()) {
            return pages.invalid("identity/second-factor", page(List.of(), "identity.second-factor.first-code-wrong"));
        }
        SignedIn who = AskingAgain.current().orElseThrow();
        sessions.replace(who.provenAgain(true, clock.instant()), request, response);
        return pages.show("identity/second-factor", page(codes.get(), null));
    }

    @AsksAgain
    @PostMapping("/kode-cadangan")
    ModelAndView newRecoveryCodes() {
        Actor me = currentActor.require();
        if (!secondFactors.isSet(me.account())) {
            return new ModelAndView("redirect:" + PATH);
        }
        return pages.show("identity/second-factor", page(secondFactors.newRecoveryCodes(me.account()), null));
    }

    @AsksAgain
    @PostMapping("/lepas")
    String remove(RedirectAttributes attributes) {
        Actor me = currentActor.require();
        if (secondFactors.required(me) && !secondFactors.hasStrongWay(me.account())) {
            throw new Refused(IdentityProblem.SECOND_FACTOR_NEEDED, "identity.second-factor.needed");
        }
        secondFactors.remove(me.account());
        return Pages.redirect("/akun/saya", attributes, "identity.second-factor.removed");
    }

    private SecondFactorPage page(List<String> recoveryCodes, @Nullable String problem) {
        Actor me = currentActor.require();
        boolean set = secondFactors.isSet(me.account());
        byte[] secret = secondFactors.prepared(me.account()).orElse(null);
        String name = settingPasswords.owner(me.account()).signInName();
        return new SecondFactorPage(
                secondFactors.required(me),
                set,
                secret == null ? null : QrPicture.of(Totp.address(secret, "Lumbung", name)),
                secret == null ? null : Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 "),
                recoveryCodes,
                set ? secondFactors.recoveryCodesLeft(me.account()) : 0,
                problem);
    }
}
