package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.application.Question;
import id.lumbung.platform.Sight;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Registry;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An enterprise that became part of another, in a browser: its number leads on, the page says from where each fact comes, and
 * they are parted by keyboard. With {@code -Dlumbung.pictures=FOLDER} the pages are kept as pictures.
 */
@BrowserTest
class MergeJourneyTest {
    @Autowired
    private Office office;

    @Autowired
    private Registry registry;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private record Two(EnterpriseId survivor, EnterpriseId merged, String number, String oldNumber) {}

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 900"})
    void the_old_number_leads_on_and_both_are_parted_again(int width, int height, Browser browser) {
        Office.Person dinas = office.dinasOfficer();
        Two two = merged(dinas);
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
            Page page = context.newPage();
            Office.signIn(page, dinas);
            page.navigate(BrowserTest.ADDRESS + "/usaha/" + two.oldNumber());

            assertThat(page).hasURL(BrowserTest.ADDRESS + "/usaha/" + two.survivor());
            assertThat(page.locator(".notice").first())
                    .containsText(two.oldNumber() + " kini menjadi satu dengan " + two.number());
            page.locator("#origins summary").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#origins table")).isVisible();
            Looks.at(page, "usaha-satu", width, false);
            keep(page.locator("section:has(#origins)"), "dari-mana", width);
            keep(page.locator("aside"), "riwayat", width);

            page.locator("a[href$='/pisahkan']").focus();
            page.keyboard().press("Enter");
            page.locator("#reason").fill("salah");
            page.keyboard().press("Tab");
            Looks.at(page, "pisahkan", width);
            page.locator("form[action$='/pisahkan'] button").click();
            assertThat(page.locator("#reason-error")).isVisible();
            Looks.at(page, "pisahkan-salah", width);
            page.locator("#reason").fill("Ternyata kakak beradik yang usahanya bersebelahan");
            page.locator("form[action$='/pisahkan'] button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("Kedua usaha sudah dipisahkan kembali");
            Looks.at(page, "usaha-terpisah", width);
            page.navigate(BrowserTest.ADDRESS + "/usaha/" + two.oldNumber());
            assertThat(page).hasURL(BrowserTest.ADDRESS + "/usaha/" + two.merged());
        }
    }

    @Test
    void without_a_script_the_same(Browser browser) {
        Office.Person dinas = office.dinasOfficer();
        Two two = merged(dinas);
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Office.signIn(page, dinas);
            page.navigate(BrowserTest.ADDRESS + "/usaha/" + two.merged());
            page.locator("#origins summary").click();
            assertThat(page.locator("#origins table")).isVisible();
            page.locator("a[href$='/pisahkan']").click();
            page.locator("#reason").fill("Ternyata kakak beradik");
            page.locator("form[action$='/pisahkan'] button").click();

            assertThat(page.locator("main")).containsText("Kedua usaha sudah dipisahkan kembali");
        }
    }

    private Two merged(Office.Person dinas) {
        Office.Person officer = office.officer();
        EnterpriseId survivor = enterprise(office.handedIn(
                        officer,
                        Office.answers("Sulastri Handayani", "Keripik Tempe Bu Lastri")
                                .with(Question.NIK, Office.nik()))
                .application());
        EnterpriseId merged = enterprise(office.handedIn(
                        officer,
                        Office.answers("Sulastri Handayani", "Keripik Lastri Ngadilangkung")
                                .with(Question.NIK, Office.nik())
                                .with(Question.ADDRESS, "Jl. Kawi 19"))
                .application());
        return CurrentActor.runAs(dinas.actor(), () -> {
            Two two = new Two(survivor, merged, number(survivor), number(merged));
            registry.merge(survivor, merged, "Pemilik, telepon, dan tempat usahanya sama");
            return two;
        });
    }

    private String number(EnterpriseId id) {
        return registry.find(id).orElseThrow().number();
    }

    private EnterpriseId enterprise(UUID application) {
        return new EnterpriseId(Sight.system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql("select enterprise from licensing.application where id = :id")
                                .param("id", application)
                                .query(UUID.class)
                                .single())));
    }

    private static void keep(Locator part, String name, int width) {
        String folder = System.getProperty("lumbung.pictures");
        if (folder != null) {
            part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of(folder, name + "-" + width + ".png")));
        }
    }
}
