package id.lumbung.identity.signin;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.SignedIn;
import id.lumbung.identity.password.Passwords;
import id.lumbung.identity.signin.SettingPasswords.Owner;
import id.lumbung.identity.signin.page.OwnPasswordPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's own password. */
@Controller
@RequestMapping("/akun/saya/kata-sandi")
class OwnPasswordController {
    private final Pages pages;
    private final SettingPasswords settingPasswords;
    private final SignInAttempts attempts;
    private final Devices devices;
    private final Sessions sessions;
    private final CurrentActor currentActor;
    private final Clock clock;

    OwnPasswordController(
            Pages pages,
            SettingPasswords settingPasswords,
            SignInAttempts attempts,
            Devices devices,
            Sessions sessions,
            CurrentActor currentActor,
            Clock clock) {
        this.pages = pages;
        this.settingPasswords = settingPasswords;
        this.attempts = attempts;
        this.devices = devices;
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView password() {
        return pages.show("identity/own-password", page(new FieldProblems()));
    }

    @PostMapping
    Object change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes attributes) {
        UUID me = currentActor.require().account();
        Owner person = settingPasswords.owner(me);
        FieldProblems problems = new FieldProblems();
        checkCurrent(person, current, request, problems);
        Passwords.check(password, again, person.signInName(), person.fullName(), problems);
        if (problems.isEmpty() && password.equals(current)) {
            problems.add("password", "identity.password.same-as-before");
        }
        if (!problems.isEmpty()) {
            return pages.invalid("identity/own-password", page(problems));
        }
        SignedIn now = AskingAgain.current().orElseThrow();
        int epoch = settingPasswords.change(me, password);
        sessions.renew(new SignedIn(me, epoch, now.strong(), clock.millis()), request, response);
        return Pages.redirect("/akun/saya", attributes, "identity.password.changed");
    }

    /** Somebody at an unwatched screen must not be able to guess the password here. */
    private void checkCurrent(Owner person, String current, HttpServletRequest request, FieldProblems problems) {
        String address = RateLimiter.addressOf(request);
        byte[] device = devices.known(request, person.signInName());
        Duration delay = attempts.delay(address, person.signInName(), device);
        if (delay.isPositive()) {
            problems.add("current", "identity.sign-in.too-many", delay.toMinutes() + 1);
            return;
        }
        boolean right = settingPasswords.isCurrent(person.id(), current);
        attempts.record(address, person.signInName(), device, right);
        if (!right) {
            problems.add("current", "identity.password.current-wrong");
        }
    }

    private OwnPasswordPage page(FieldProblems problems) {
        Owner person = settingPasswords.owner(currentActor.require().account());
        return new OwnPasswordPage(person.signInName(), Passwords.LEAST_LENGTH, person.mustChange(), problems);
    }
}
