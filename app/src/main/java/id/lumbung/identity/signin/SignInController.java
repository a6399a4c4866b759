package id.lumbung.identity.signin;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.signin.page.SignInPage;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front page and the officers' door. */
@Controller
class SignInController {
    private static final String SIGNED_OUT = "identity.sign-in.signed-out";

    private final Pages pages;
    private final SignIn signIn;
    private final Door door;
    private final Devices devices;
    private final SecondFactors secondFactors;
    private final List<OtherDoor> otherDoors;
    private final CurrentActor currentActor;

    SignInController(
            Pages pages,
            SignIn signIn,
            Door door,
            Devices devices,
            SecondFactors secondFactors,
            List<OtherDoor> otherDoors,
            CurrentActor currentActor) {
        this.pages = pages;
        this.signIn = signIn;
        this.door = door;
        this.devices = devices;
        this.secondFactors = secondFactors;
        this.otherDoors = List.copyOf(otherDoors);
        this.currentActor = currentActor;
    }

    @GetMapping("/")
    ModelAndView front() {
        return pages.show("identity/front", "");
    }

    @GetMapping("/masuk")
    ModelAndView form(
            @RequestParam(defaultValue = "") String lanjut,
            @RequestParam(required = false) @Nullable String keluar,
            @RequestParam(required = false) @Nullable String siap,
            @RequestParam(required = false) @Nullable String lewat) {
        Optional<Actor> here = currentActor.find();
        if (here.isPresent()) {
            return new ModelAndView("redirect:" + Door.destination(lanjut, here.get()));
        }
        String notice = keluar != null ? SIGNED_OUT : siap != null ? "identity.sign-in.ready" : null;
        String problem = lewat == null ? null : "identity.proof.over";
        return pages.show("identity/sign-in", page("", lanjut, problem, 0, notice));
    }

    @PostMapping("/masuk")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String lanjut,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.attempt(
                username, password, RateLimiter.addressOf(request), devices.known(request, username))) {
            case SignIn.Outcome.Welcome welcome ->
                door.enter(welcome.account(), false, lanjut, request, response)
                        .map(path -> new ModelAndView("redirect:" + path))
                        .orElseGet(() -> wrong(username, lanjut));
            case SignIn.Outcome.Wrong wrong -> wrong(username, lanjut);
            case SignIn.Outcome.TooMany tooMany -> {
                Duration wait = tooMany.delay();
                response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
                yield pages.answer(
                        "identity/sign-in",
                        page(username, lanjut, "identity.sign-in.too-many", wait.toMinutes() + 1, null),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private ModelAndView wrong(String name, String next) {
        return pages.invalid("identity/sign-in", page(name, next, "identity.sign-in.wrong", 0, null));
    }

    private SignInPage page(
            String name, String next, @Nullable String problem, long waitMinutes, @Nullable String notice) {
        boolean signedOut = SIGNED_OUT.equals(notice);
        return new SignInPage(
                name,
                next,
                problem,
                waitMinutes,
                notice,
                otherDoors.stream()
                        .flatMap(other -> other
                                .name()
                                .map(known -> new SignInPage.Elsewhere(
                                        known, other.path(), signedOut ? other.wayOut() : null))
                                .stream())
                        .toList(),
                secondFactors.isOptional());
    }
}
