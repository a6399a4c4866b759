package id.lumbung.identity.signin;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.SignedIn;
import id.lumbung.identity.signin.page.ContinuePage;
import id.lumbung.identity.signin.page.ProofPage;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The question for the second factor at sign-in, and for any factor again before something grave. */
@Controller
class ProofController {
    private static final String AGAIN = "/masuk/lagi";

    private final Pages pages;
    private final Door door;
    private final SecondFactors secondFactors;
    private final CurrentActor currentActor;

    ProofController(Pages pages, Door door, SecondFactors secondFactors, CurrentActor currentActor) {
        this.pages = pages;
        this.door = door;
        this.secondFactors = secondFactors;
        this.currentActor = currentActor;
    }

    @GetMapping(Door.CODE)
    ModelAndView code(HttpServletRequest request) {
        return door.waitsForCode(request)
                ? pages.show("identity/proof", codePage(null, 0))
                : new ModelAndView("redirect:/masuk");
    }

    @PostMapping(Door.CODE)
    ModelAndView code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return switch (door.finish(code, request, response)) {
            case Door.Answer.Right right -> new ModelAndView("redirect:" + right.path());
            case Door.Answer.Wrong wrong -> pages.invalid("identity/proof", codePage("identity.proof.wrong-code", 0));
            case Door.Answer.TooMany tooMany ->
                pages.answer(
                        "identity/proof",
                        codePage("identity.sign-in.too-many", tooMany.delay().toMinutes() + 1),
                        HttpStatus.TOO_MANY_REQUESTS);
            case Door.Answer.Over over -> new ModelAndView("redirect:/masuk?lewat");
        };
    }

    @GetMapping(AGAIN)
    ModelAndView again(@RequestParam(defaultValue = "") String lanjut) {
        return pages.show("identity/proof", againPage(lanjut, null, 0));
    }

    @PostMapping(AGAIN)
    ModelAndView again(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String lanjut,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn who = who();
        return switch (door.again(who, code, lanjut, request, response)) {
            case Door.Answer.Right right ->
                new ModelAndView("redirect:" + Door.destination(right.path(), currentActor.require()));
            case Door.Answer.Wrong wrong ->
                pages.invalid(
                        "identity/proof",
                        againPage(
                                lanjut,
                                secondFactors.isSet(who.account())
                                        ? "identity.proof.wrong-code"
                                        : "identity.proof.wrong-password",
                                0));
            case Door.Answer.TooMany tooMany ->
                pages.answer(
                        "identity/proof",
                        againPage(
                                lanjut,
                                "identity.sign-in.too-many",
                                tooMany.delay().toMinutes() + 1),
                        HttpStatus.TOO_MANY_REQUESTS);
            case Door.Answer.Over over -> new ModelAndView("redirect:/masuk");
        };
    }

    /** After the factor was shown: the form that waited, to be sent with one press. */
    @AsksAgain
    @GetMapping(AskingAgain.CONTINUE)
    ModelAndView goOn(HttpServletRequest request) {
        return AskingAgain.take(request)
                .map(kept -> pages.show("identity/continue", new ContinuePage(kept.path(), kept.fields())))
                .orElseGet(() -> new ModelAndView("redirect:" + Door.destination("", currentActor.require())));
    }

    private SignedIn who() {
        currentActor.require();
        return AskingAgain.current()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    private static ProofPage codePage(@Nullable String problem, long wait) {
        return new ProofPage(false, true, false, "", problem, wait);
    }

    private ProofPage againPage(String next, @Nullable String problem, long wait) {
        UUID account = who().account();
        return new ProofPage(
                true, secondFactors.isSet(account), secondFactors.hasStrongWay(account), next, problem, wait);
    }
}
