package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A second officer sends back, verifies and refuses; the camat issues; the entrepreneur follows. */
@BrowserTest
class ReviewJourneyTest {
    @Autowired
    private Office office;

    @Test
    void a_file_is_sent_back_corrected_verified_and_issued(Browser browser) throws Exception {
        Office.Person officer = office.officer();
        var filed = office.handedIn(officer, Office.answers("Nur Aini Rahmawati", "Jahit Rapi Nur Aini"));
        String path = BrowserTest.ADDRESS + "/permohonan/" + filed.application();

        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, office.delegate());
            page.navigate(path);
            Accessibility.check(page);
            page.locator("input[name=action][value=return]").check();
            page.locator("#corrections summary").click();
            page.locator("#field1").selectOption("SURAT_PENGANTAR");
            page.locator("#sentence1").fill("Surat pengantar belum dibubuhi cap RW.");
            decide(page);
            assertThat(page.locator("main")).containsText("Perlu perbaikan");
        }

        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(BrowserTest.ADDRESS + "/lacak");
            page.locator("#kode").fill(filed.code());
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("belum dibubuhi cap RW");
            assertThat(page.content()).doesNotContain("Nur Aini");
            assertThat(page.url()).doesNotContain(filed.code());
            Accessibility.check(page);
        }

        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, officer);
            page.navigate(path + "/isian");
            assertThat(page.locator("main")).containsText("belum dibubuhi cap RW");
            page.locator("button:has-text('Ajukan')").click();
            assertThat(page.locator("main")).containsText("Diajukan");
            page.navigate(path);
            assertThat(page.locator("input[name=action][value=verify]")).hasCount(0);
        }

        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, office.delegate());
            page.navigate(path);
            page.locator("input[name=action][value=verify]").check();
            decide(page);
            assertThat(page.locator("main")).containsText("Terverifikasi");
        }

        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, office.camat());
            assertThat(page.locator("main")).containsText("Jahit Rapi Nur Aini");
            page.navigate(path);
            page.locator("input[name=action][value=issue]").check();
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("main")).containsText("Izin terbit");
            page.locator("a[href^='/izin/']").first().click();
            Accessibility.check(page);
            APIResponse sheet = context.request().get(page.url() + "/lembar.pdf");
            try (PDDocument document = Loader.loadPDF(sheet.body())) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(document)).contains("Nur Aini Rahmawati", "Jahit Rapi");
            }
        }
    }

    @Test
    void two_at_once_the_second_is_shown_what_happened(Browser browser) {
        var filed = office.handedIn(office.officer(), Office.answers("Painem", "Nasi Pecel Mbah Painem"));
        String path = BrowserTest.ADDRESS + "/permohonan/" + filed.application();
        try (BrowserContext first = browser.newContext();
                BrowserContext second = browser.newContext()) {
            Page one = first.newPage();
            Page two = second.newPage();
            Office.signIn(one, office.delegate());
            Office.signIn(two, office.camat());
            one.navigate(path);
            two.navigate(path);
            one.locator("input[name=action][value=verify]").check();
            decide(one);

            two.locator("input[name=action][value=refuse]").check();
            two.locator("#ground").selectOption("PLACE");
            two.locator("#note").fill("Lokasi di bantaran sungai.");
            decide(two);

            assertThat(two.locator("main")).containsText("Terverifikasi");
            assertThat(two.locator("main")).containsText("Bambang Sekretaris");
            assertThat(two.locator("#note")).hasValue("Lokasi di bantaran sungai.");
        }
    }

    private static void decide(Page page) {
        page.locator("aside form button.button-primary").click();
    }
}
