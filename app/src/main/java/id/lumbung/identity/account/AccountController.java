package id.lumbung.identity.account;

import id.lumbung.identity.AccountChecks;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.identity.account.AccountAdministration.Invitation;
import id.lumbung.identity.account.AccountQueries.Person;
import id.lumbung.identity.account.page.AccountForm;
import id.lumbung.identity.account.page.AccountPage;
import id.lumbung.identity.account.page.GrantForm;
import id.lumbung.identity.account.page.LinkPage;
import id.lumbung.identity.account.page.NewAccountPage;
import id.lumbung.identity.account.page.WaysIn;
import id.lumbung.identity.signin.AsksAgain;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, for administrators. */
@Controller
@RequestMapping("/akun")
class AccountController {
    private final Pages pages;
    private final AccountQueries queries;
    private final AccountAdministration administration;
    private final WaysInQueries waysIn;
    private final Territories territories;
    private final CurrentActor currentActor;

    AccountController(
            Pages pages,
            AccountQueries queries,
            AccountAdministration administration,
            WaysInQueries waysIn,
            Territories territories,
            CurrentActor currentActor) {
        this.pages = pages;
        this.queries = queries;
        this.administration = administration;
        this.waysIn = waysIn;
        this.territories = territories;
        this.currentActor = currentActor;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int halaman) {
        return pages.show("identity/accounts", queries.list(currentActor.require(), q, Math.clamp(halaman, 1, 10_000)));
    }

    @GetMapping("/baru")
    ModelAndView blank(HttpServletRequest request) {
        return pages.show(
                "identity/new-account",
                newAccount(request, AccountForm.empty(), GrantForm.empty(), new FieldProblems()));
    }

    @AsksAgain
    @PostMapping("/baru")
    ModelAndView invite(
            @ModelAttribute AccountForm person, @ModelAttribute GrantForm grant, HttpServletRequest request) {
        FieldProblems problems = new FieldProblems();
        check(person, problems);
        NewGrant first = GrantChecks.read(grant, currentActor.require(), problems);
        if (first != null && problems.isEmpty()) {
            try {
                return link(administration.invite(person, first), true);
            } catch (Refused refused) {
                problems.add("signInName", refused.messageKey());
            }
        }
        return pages.invalid("identity/new-account", newAccount(request, person, grant, problems));
    }

    @GetMapping("/{account}")
    ModelAndView one(@PathVariable UUID account, HttpServletRequest request) {
        return pages.show(
                "identity/account",
                account(request, account, null, new FieldProblems(), GrantForm.empty(), new FieldProblems()));
    }

    @PostMapping("/{account}")
    Object change(
            @PathVariable UUID account,
            @ModelAttribute AccountForm person,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        FieldProblems problems = new FieldProblems();
        check(person, problems);
        if (problems.isEmpty()) {
            try {
                administration.change(account, person);
                return done(account, "identity.account.changed", attributes);
            } catch (Refused refused) {
                problems.add("signInName", refused.messageKey());
            }
        }
        return pages.invalid(
                "identity/account",
                account(request, account, person, problems, GrantForm.empty(), new FieldProblems()));
    }

    @AsksAgain
    @PostMapping("/{account}/wewenang")
    Object grant(
            @PathVariable UUID account,
            @ModelAttribute GrantForm grant,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        FieldProblems problems = new FieldProblems();
        NewGrant wanted = GrantChecks.read(grant, currentActor.require(), problems);
        if (wanted == null) {
            return pages.invalid(
                    "identity/account", account(request, account, null, new FieldProblems(), grant, problems));
        }
        administration.grant(account, wanted);
        return done(account, "identity.grant.given", attributes);
    }

    @PostMapping("/{account}/wewenang/{grant}/cabut")
    String revoke(@PathVariable UUID account, @PathVariable UUID grant, RedirectAttributes attributes) {
        administration.revoke(account, grant);
        return done(account, "identity.grant.taken-back", attributes);
    }

    @PostMapping("/{account}/nonaktifkan")
    String disable(@PathVariable UUID account, RedirectAttributes attributes) {
        administration.disable(account);
        return done(account, "identity.account.disabled", attributes);
    }

    /** The telephone or the key is lost: only the password is left, and the person sets the rest up anew. */
    @AsksAgain
    @PostMapping("/{account}/lepas-cara-masuk")
    String withdraw(@PathVariable UUID account, RedirectAttributes attributes) {
        administration.withdrawWaysIn(account);
        return done(account, "identity.account.withdrawn", attributes);
    }

    @PostMapping("/{account}/sesi/{handle}/akhiri")
    String endSession(@PathVariable UUID account, @PathVariable String handle, RedirectAttributes attributes) {
        administration.endSession(account, handle);
        return done(account, "identity.session.ended", attributes);
    }

    @PostMapping("/{account}/sesi/akhiri")
    String endSessions(@PathVariable UUID account, RedirectAttributes attributes) {
        administration.endSessions(account);
        return done(account, "identity.account.sessions-ended", attributes);
    }

    @PostMapping("/{account}/aktifkan")
    String enable(@PathVariable UUID account, RedirectAttributes attributes) {
        administration.enable(account);
        return done(account, "identity.account.enabled", attributes);
    }

    @PostMapping("/{account}/wajib-ganti")
    String requireNewPassword(@PathVariable UUID account, RedirectAttributes attributes) {
        administration.requireNewPassword(account);
        return done(account, "identity.account.must-change", attributes);
    }

    /** Shown in the answer itself, not after a redirect: the link is kept nowhere. */
    @AsksAgain
    @PostMapping("/{account}/tautan")
    ModelAndView newLink(@PathVariable UUID account) {
        boolean invited =
                queries.person(currentActor.require(), account).state().equals("INVITED");
        return link(administration.newLink(account), invited);
    }

    private static String done(UUID account, String notice, RedirectAttributes attributes) {
        return Pages.redirect("/akun/" + account, attributes, notice);
    }

    private ModelAndView link(Invitation made, boolean invitation) {
        Person person = queries.person(currentActor.require(), made.account());
        return pages.show(
                "identity/link",
                new LinkPage(made.account(), person.fullName(), person.signInName(), made.link(), invitation));
    }

    private static void check(AccountForm person, FieldProblems problems) {
        AccountChecks.fullName(person.fullName(), problems);
        AccountChecks.signInName(person.signInName(), problems);
        AccountChecks.nip(person.nip(), problems);
    }

    private NewAccountPage newAccount(
            HttpServletRequest request, AccountForm person, GrantForm grant, FieldProblems problems) {
        return new NewAccountPage(person, grant, roles(request), territories.choices(currentActor.require()), problems);
    }

    private AccountPage account(
            HttpServletRequest request,
            UUID account,
            @Nullable AccountForm typed,
            FieldProblems personProblems,
            GrantForm grant,
            FieldProblems grantProblems) {
        Actor administrator = currentActor.require();
        Person person = queries.person(currentActor.require(), account);
        AccountForm shown = typed != null
                ? typed
                : new AccountForm(
                        person.signInName(),
                        person.fullName(),
                        text(person.title()),
                        text(person.rank()),
                        text(person.nip()));
        boolean within = administration.isWithin(administrator, account);
        return new AccountPage(
                account,
                person.state(),
                person.mustChange(),
                administrator.account().equals(account),
                within,
                shown,
                personProblems,
                queries.grants(administrator, account),
                grant,
                grantProblems,
                roles(request),
                territories.choices(administrator),
                queries.events(account),
                within ? waysIn.of(account) : new WaysIn(false, List.of(), null),
                within ? waysIn.sessions(account, request) : List.of());
    }

    private List<Choice> roles(HttpServletRequest request) {
        Texts texts = pages.texts(request);
        return Arrays.stream(Role.values())
                .map(role -> new Choice(
                        role.name(), texts.t("identity.role." + role), texts.t("identity.role." + role + ".what")))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
