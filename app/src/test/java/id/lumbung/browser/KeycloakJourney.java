package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import id.lumbung.TestClock;
import id.lumbung.TestDatabase;
import id.lumbung.TestLimits;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Sign-in at a Keycloak, as an office has one. Only {@code ./lumbung verify oidc} runs it: the server is fetched for it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18091", "lumbung.public-url=" + KeycloakJourney.ADDRESS})
@Import({TestClock.Configuration.class, TestLimits.Configuration.class, Office.class})
@ExtendWith(BrowserExtension.class)
@ContextConfiguration(initializers = {TestDatabase.class, TestKeycloak.class})
class KeycloakJourney {
    static final String ADDRESS = "http://localhost:18091";

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    @Test
    void an_officer_links_the_account_signs_in_there_and_signs_out_of_both(Browser browser) {
        Office.Person officer = office.officer();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            signIn(page, officer);
            page.navigate(ADDRESS + "/akun/saya");
            link(page, "Kaitkan dengan " + TestKeycloak.NAME);
            atKeycloak(page, TestKeycloak.KNOWN);
            assertThat(page.locator("main")).containsText("sebagai " + TestKeycloak.KNOWN);
            Accessibility.check(page);
            button(page, "Ya, itu saya").click();
            assertThat(page.locator("main")).containsText("Akun sudah dikaitkan");
            Assertions.assertThat(page.url()).isEqualTo(ADDRESS + "/akun/saya");
        }
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(ADDRESS + "/masuk");
            link(page, "Masuk dengan " + TestKeycloak.NAME);
            page.locator("#username").fill(TestKeycloak.KNOWN);
            page.locator("#password").fill("bukan kata sandinya");
            page.locator("#kc-login").click();
            assertThat(page.locator("#kc-form-login")).containsText("Invalid username or password");
            atKeycloak(page, TestKeycloak.KNOWN);
            page.waitForURL("**/beranda");
            Assertions.assertThat(page.url())
                    .as("nothing of it stays in the address")
                    .endsWith("/beranda");

            signOut(page);
            assertThat(page.locator("[role=status]")).containsText("Keluar juga dari " + TestKeycloak.NAME);
            Accessibility.check(page);
            page.navigate(ADDRESS + "/beranda");
            page.waitForURL("**/masuk**");
            page.navigate(ADDRESS + "/masuk?keluar");
            link(page, "Keluar juga dari " + TestKeycloak.NAME + ", terutama di komputer yang dipakai bersama");
            page.locator("#kc-logout").click();
            page.waitForURL(ADDRESS + "/masuk");
            link(page, "Masuk dengan " + TestKeycloak.NAME);
            assertThat(page.locator("#password")).isVisible();
        }
    }

    @Test
    void somebody_whom_no_account_knows_is_told_so_and_stays_outside(Browser browser) {
        int before = links();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(ADDRESS + "/masuk");
            link(page, "Masuk dengan " + TestKeycloak.NAME);
            int[] status = {0};
            page.onResponse(answer -> status[0] = isReturn(answer) ? answer.status() : status[0]);
            atKeycloak(page, TestKeycloak.STRANGER);

            assertThat(page.locator("main")).containsText("belum terkait dengan akun di sini");
            Assertions.assertThat(status[0]).isEqualTo(403);
            Accessibility.check(page);
            page.navigate(ADDRESS + "/beranda");
            page.waitForURL("**/masuk**");
            Assertions.assertThat(links()).as("nobody is linked by it").isEqualTo(before);
        }
    }

    @Test
    void a_disabled_account_does_not_open_and_an_answer_that_nobody_asked_for_is_refused(Browser browser) {
        Office.Person officer = office.officer();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            signIn(page, officer);
            page.navigate(ADDRESS + "/akun/saya");
            link(page, "Kaitkan dengan " + TestKeycloak.NAME);
            atKeycloak(page, TestKeycloak.STRANGER);
            button(page, "Ya, itu saya").click();
            assertThat(page.locator("main")).containsText("Akun sudah dikaitkan");
            signOut(page);
            database.sql("update identity.account set state = 'DISABLED' where id = :account")
                    .param("account", officer.actor().account())
                    .update();

            page.navigate(ADDRESS + "/masuk");
            link(page, "Masuk dengan " + TestKeycloak.NAME);
            assertThat(page.locator("main")).containsText("belum terkait dengan akun di sini");

            page.navigate(ADDRESS + "/masuk/oidc/kembali?code=abc&state=xyz");
            assertThat(page.locator("main")).containsText("tidak dapat diterima");
        } finally {
            database.sql("delete from identity.outside_identity where account = :account")
                    .param("account", officer.actor().account())
                    .update();
        }
    }

    @Test
    void an_administrator_who_showed_two_factors_there_is_asked_for_none_here(Browser browser) {
        linked(office.administrator().actor(), TestKeycloak.TWO_FACTORS);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(ADDRESS + "/masuk");
            link(page, "Masuk dengan " + TestKeycloak.NAME);
            typeAtKeycloak(page, TestKeycloak.TWO_FACTORS);
            page.locator("#otp").fill(TestKeycloak.code());
            page.locator("#kc-login").click();

            page.waitForURL(ADDRESS + "/akun");
            assertThat(page.locator("h1")).containsText("Akun");
        }
    }

    @Test
    void an_administrator_with_a_password_alone_there_has_to_set_up_a_second_factor_here(Browser browser) {
        linked(office.administrator().actor(), TestKeycloak.ONE_FACTOR);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(ADDRESS + "/masuk");
            link(page, "Masuk dengan " + TestKeycloak.NAME);
            atKeycloak(page, TestKeycloak.ONE_FACTOR);

            page.waitForURL(ADDRESS + "/akun/saya/faktor-kedua");
            assertThat(page.locator("main")).containsText("wajib memakai faktor kedua");
        }
    }

    private void linked(Actor actor, String name) {
        database.sql("insert into identity.outside_identity (id, account, issuer, subject, linked_at)"
                        + " values (:id, :account, :issuer, :subject, now())")
                .param("id", UUID.randomUUID())
                .param("account", actor.account())
                .param("issuer", TestKeycloak.issuer())
                .param("subject", TestKeycloak.SUBJECTS.get(name))
                .update();
    }

    private int links() {
        return database.sql("select count(*) from identity.outside_identity")
                .query(Integer.class)
                .single();
    }

    private static void signIn(Page page, Office.Person person) {
        page.navigate(ADDRESS + "/masuk");
        page.locator("input[name=username]").fill(person.signInName());
        page.locator("input[name=password]").fill(TestActors.PASSWORD);
        page.locator("form[action='/masuk'] button").click();
        page.waitForURL("**/beranda");
    }

    private static boolean isReturn(Response answer) {
        return answer.url().startsWith(ADDRESS + "/masuk/oidc/kembali");
    }

    private static void atKeycloak(Page page, String name) {
        typeAtKeycloak(page, name);
        page.waitForURL(url -> url.startsWith(ADDRESS));
    }

    private static void typeAtKeycloak(Page page, String name) {
        page.setDefaultTimeout(BrowserExtension.PATIENCE);
        page.locator("#username").fill(name);
        page.locator("#password").fill(TestKeycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static void link(Page page, String name) {
        page.setDefaultTimeout(BrowserExtension.PATIENCE);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void signOut(Page page) {
        page.navigate(ADDRESS + "/akun/saya");
        button(page, "Keluar").first().click();
        page.waitForURL("**/masuk?keluar");
    }
}
