package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lumbung.licensing.licence.LicenceId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At the counter, with the entrepreneur standing there. */
@BrowserTest
class CounterJourneyTest {
    /** Seconds a practised typist needs for a key, and to think before each field (keystroke-level model, Card et al. 1980). */
    private static final double KEY = 0.20;

    private static final double THOUGHT = 1.35;

    @Autowired
    private Office office;

    @Test
    void an_officer_enters_an_application_with_the_keyboard_alone_in_under_two_minutes(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            Keyboard keyboard = new Keyboard(page);
            keyboard.press("Alt+b");
            page.waitForURL("**/isian");

            keyboard.answer("nik", "9999015403790777");
            keyboard.answer("phone", "081234567877");
            keyboard.answer("ownerName", "Lastri Handayani");
            assertThat(page.locator("#birthDate")).hasValue("1979-03-14");
            keyboard.answer("birthPlace", "Malang");
            keyboard.answer("homeRegion", "ngadilangkung");
            assertThat(page.locator("[role=option]:visible").first()).isVisible();
            keyboard.press("ArrowDown");
            keyboard.press("Enter");
            keyboard.answer("homeAddress", "Jl. Kawi 17");
            keyboard.answer("businessName", "Keripik Tempe Bu Lastri");
            keyboard.choose("legalForm", "INDIVIDUAL");
            keyboard.tick("trade", "PRODUCTION");
            keyboard.answer("activity", "membuat keripik tempe");
            keyboard.answer("kbli", "keripik");
            assertThat(page.locator("[role=option]:visible").first()).isVisible();
            keyboard.press("ArrowDown");
            keyboard.press("Enter");
            keyboard.choose("premises", "OWN");
            keyboard.answer("village", "Nga");
            keyboard.answer("address", "Jl. Kawi 17");
            keyboard.answer("capital", "12500000");
            attachPapers(page);
            assertThat(page.locator("[data-saved]")).hasAttribute("data-state", "saved");
            keyboard.press("Alt+Enter");
            page.waitForURL("**/tanda-terima**");

            assertThat(page.locator(".case-code")).isVisible();
            double seconds = keyboard.keys * KEY + keyboard.fields * THOUGHT;
            System.out.printf(
                    "counter journey: %d keys, %d fields, %.0f s by the keystroke-level model%n",
                    keyboard.keys, keyboard.fields, seconds);
            assertThat(seconds).isLessThan(120);
        }
    }

    @Test
    void what_was_typed_survives_a_reload_a_lost_network_and_a_mistake(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            page.keyboard().press("Alt+b");
            page.waitForURL("**/isian");

            page.locator("#nik").fill("12345");
            page.locator("#ownerName").fill("Wagiyem");
            assertThat(page.locator("[data-saved]")).hasAttribute("data-state", "saved");
            page.reload();
            assertThat(page.locator("#nik")).hasValue("12345");
            assertThat(page.locator("#ownerName")).hasValue("Wagiyem");

            context.setOffline(true);
            page.locator("#businessName").fill("Sayur Segar");
            assertThat(page.locator("[data-saved]")).hasAttribute("data-state", "failed");
            context.setOffline(false);
            assertThat(page.locator("[data-saved]")).hasAttribute("data-state", "saved");

            page.keyboard().press("Alt+Enter");
            assertThat(page.locator(".error-summary, [role=alert]").first()).isVisible();
            assertThat(page.locator("#nik-error")).isVisible();
            assertThat(page.locator("#nik")).hasValue("12345");
            assertThat(page.locator("#businessName")).hasValue("Sayur Segar");
            Accessibility.check(page);
        }
    }

    @Test
    void somebody_already_known_is_recognised_while_typing_with_the_reason(Browser browser) {
        Office.Person officer = office.officer();
        var answers = Office.answers("Sulastri Ningsih", "Keripik Singkong Sulastri");
        LicenceId licence = office.issued(officer, office.delegate(), office.camat(), answers);
        assertThat(licence).isNotNull();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, officer);
            page.keyboard().press("Alt+b");
            page.waitForURL("**/isian");

            page.locator("#nik").pressSequentially(answers.of(id.lumbung.licensing.application.Question.NIK));

            Locator known = page.locator(".known");
            assertThat(known).containsText("Keripik Singkong Sulastri");
            assertThat(known).containsText("NIK sama");
            assertThat(page.url()).doesNotContain("9999");
            Accessibility.check(page);
        }
    }

    @Test
    void without_javascript_an_application_is_entered_saved_and_handed_in(Browser browser) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            page.locator("button:has-text('Permohonan baru')").press("Enter");
            page.locator("#nik").fill(Office.nik());
            page.locator("#phone").fill("081334445566");
            page.locator("#ownerName").fill("Tumini");
            page.locator("#birthPlace").fill("Blitar");
            page.locator("#birthDate").fill("1979-03-14");
            page.locator("input[name=sex][value=FEMALE]").press("Space");
            page.locator("#homeRegion").fill("Banjarejo");
            page.locator("#homeAddress").fill("Dsn. Krajan 3");
            page.locator("#businessName").fill("Jamu Gendong Bu Tumini");
            page.locator("input[name=legalForm][value=INDIVIDUAL]").press("Space");
            page.locator("input[name=trade][value=TRADE]").press("Space");
            page.locator("#activity").fill("jual jamu gendong keliling");
            page.locator("#kbli").fill("jamu");
            page.locator("input[name=premises][value=ITINERANT]").press("Space");
            page.locator("#capital").fill("750000");
            attachPapers(page);
            page.locator("button:has-text('Simpan')").last().press("Enter");
            assertThat(page.locator("#ownerName")).hasValue("Tumini");
            page.locator("input[type=radio][name=homeRegionCode]").first().press("Space");
            page.locator("input[type=checkbox][name=kbliCode]").first().press("Space");
            page.locator("button:has-text('Ajukan')").press("Enter");

            assertThat(page.locator(".case-code")).isVisible();
        }
    }

    private static void attachPapers(Page page) {
        for (String kind : List.of("KTP", "KK", "SURAT_PENGANTAR", "FOTO")) {
            page.locator("input[type=file][name=" + kind + "]")
                    .first()
                    .setInputFiles(new FilePayload(kind + ".jpg", "image/jpeg", Office.picture(600, 900)));
        }
    }

    /** Presses keys as a person does and counts them. */
    private static final class Keyboard {
        private final Page page;
        private int keys;
        private int fields;

        Keyboard(Page page) {
            this.page = page;
        }

        void press(String key) {
            page.keyboard().press(key);
            keys++;
        }

        /** Tabs on to the field and types. */
        void answer(String field, String text) {
            tabTo("#" + field);
            page.keyboard().type(text);
            keys += text.length();
            fields++;
        }

        /** Tabs on to the group of radio buttons and moves to the choice with the arrow keys. */
        void choose(String field, String value) {
            tabTo("input[name=" + field + "]");
            Locator wanted = page.locator("input[name=" + field + "][value=" + value + "]");
            press("Space");
            for (int i = 0; i < 6 && !wanted.isChecked(); i++) {
                press("ArrowDown");
            }
            assertThat(wanted).isChecked();
            fields++;
        }

        void tick(String field, String value) {
            tabTo("input[name=" + field + "][value=" + value + "]");
            press("Space");
            assertThat(page.locator("input[name=" + field + "][value=" + value + "]"))
                    .isChecked();
            fields++;
        }

        private void tabTo(String selector) {
            for (int i = 0; i < 60; i++) {
                if (Boolean.TRUE.equals(
                        page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                    return;
                }
                press("Tab");
            }
            throw new AssertionError("the keyboard does not reach " + selector);
        }
    }
}
