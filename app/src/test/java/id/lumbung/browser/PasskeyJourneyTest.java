package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.lumbung.identity.TestActors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole ceremony, with Chromium's virtual authenticator in place of the finger. */
@BrowserTest
class PasskeyJourneyTest {
    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    @Test
    void an_officer_makes_a_passkey_signs_in_with_it_and_removes_it(Browser browser) {
        Office.Person officer = office.officer();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            authenticator(context, page);
            Office.signIn(page, officer);
            make(page, "HP kantor");
            assertThat(page.locator("main")).containsText("HP kantor");
            assertThat(page.locator("main")).containsText("Belum pernah");
            Accessibility.check(page);

            signOut(page);
            button(page, "Masuk dengan kunci sandi").click();
            page.waitForURL("**/beranda");
            page.navigate(BrowserTest.ADDRESS + "/akun/saya");
            Assertions.assertThat(page.locator("tr:has-text('HP kantor')").innerText())
                    .doesNotContain("Belum pernah");

            page.locator("tr:has-text('HP kantor') button").click();
            assertThat(page.locator("main")).containsText("Kunci sandi sudah dihapus");
            signOut(page);
            button(page, "Masuk dengan kunci sandi").click();
            assertThat(page.locator("[data-passkey] [role=alert]")).containsText("tidak dikenal");
            page.locator("input[name=username]").fill(officer.signInName());
            page.locator("input[name=password]").fill(TestActors.PASSWORD);
            page.locator("form[action='/masuk'] button").click();
            page.waitForURL("**/beranda");
        }
    }

    @Test
    void a_copied_key_whose_counter_runs_backwards_and_a_disabled_account_stay_out(Browser browser) {
        Office.Person officer = office.officer();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            authenticator(context, page);
            Office.signIn(page, officer);
            make(page, "");
            signOut(page);
            database.sql("update identity.passkey set sign_count = 1000 where account = :account")
                    .param("account", officer.actor().account())
                    .update();
            button(page, "Masuk dengan kunci sandi").click();
            assertThat(page.locator("[data-passkey] [role=alert]")).containsText("tidak dikenal");

            database.sql("update identity.passkey set sign_count = 0 where account = :account")
                    .param("account", officer.actor().account())
                    .update();
            database.sql("update identity.account set state = 'DISABLED' where id = :account")
                    .param("account", officer.actor().account())
                    .update();
            button(page, "Masuk dengan kunci sandi").click();
            assertThat(page.locator("[data-passkey] [role=alert]")).containsText("tidak dikenal");
        }
    }

    private static void authenticator(BrowserContext context, Page page) {
        page.setDefaultTimeout(BrowserExtension.PATIENCE);
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject all = new JsonObject();
        all.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", all);
    }

    private static void make(Page page, String name) {
        page.navigate(BrowserTest.ADDRESS + "/akun/saya/kunci/baru");
        Accessibility.check(page);
        page.locator("input[name=name]").fill(name);
        button(page, "Buat di perangkat ini").click();
        page.waitForURL("**/akun/saya");
    }

    private static void signOut(Page page) {
        button(page, "Keluar").click();
        page.waitForURL("**/masuk?keluar");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
