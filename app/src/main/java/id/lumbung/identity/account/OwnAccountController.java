package id.lumbung.identity.account;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.account.AccountQueries.Person;
import id.lumbung.identity.account.page.OwnAccountPage;
import id.lumbung.identity.signin.AsksAgain;
import id.lumbung.identity.signin.Sessions;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: facts, password, devices. */
@Controller
@RequestMapping("/akun/saya")
class OwnAccountController {
    private final Pages pages;
    private final AccountQueries queries;
    private final WaysInQueries waysIn;
    private final Sessions sessions;
    private final CurrentActor currentActor;

    OwnAccountController(
            Pages pages, AccountQueries queries, WaysInQueries waysIn, Sessions sessions, CurrentActor currentActor) {
        this.pages = pages;
        this.queries = queries;
        this.waysIn = waysIn;
        this.sessions = sessions;
        this.currentActor = currentActor;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        Actor me = currentActor.require();
        Person person = queries.oneself(me);
        return pages.show(
                "identity/own-account",
                new OwnAccountPage(
                        person.signInName(),
                        person.fullName(),
                        person.title(),
                        person.rank(),
                        person.nip(),
                        queries.own(me),
                        waysIn.of(me.account()),
                        waysIn.secondFactorIsOptional(),
                        waysIn.sessions(me.account(), request)));
    }

    @AsksAgain
    @PostMapping("/sesi/{handle}/akhiri")
    String end(@PathVariable String handle, RedirectAttributes attributes) {
        sessions.end(currentActor.require().account(), handle);
        return Pages.redirect("/akun/saya", attributes, "identity.session.ended");
    }

    @AsksAgain
    @PostMapping("/sesi/akhiri-lain")
    String endOthers(HttpServletRequest request, RedirectAttributes attributes) {
        UUID me = currentActor.require().account();
        sessions.of(me, request).stream()
                .filter(open -> !open.current())
                .forEach(open -> sessions.end(me, open.handle()));
        return Pages.redirect("/akun/saya", attributes, "identity.session.others-ended");
    }
}
