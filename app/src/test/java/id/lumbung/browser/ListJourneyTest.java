package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A list comes in through a browser: by script and without one, on a phone and on a desk, by keyboard alone. With
 * {@code -Dlumbung.pictures=FOLDER} the pages are kept as pictures.
 */
@BrowserTest
class ListJourneyTest {
    private static final String LIST = """
            DATA UMKM KECAMATAN KEPANJEN;;;;;;

            No;Nama Pemilik;Nama Usaha;NIK;Kecamatan;Desa;Omset 2021
            1;Sutini %1$s;Warung Bu Tini;3507135408800001;Kepanjen;Ngadilangkung;15 juta
            2;Joko %1$s;Kios Joko;3.5071E+15;Kepanjen;Wonorejo;2000000
            3;-;-;;Kepanjen;;1
            """;

    @Autowired
    private Office office;

    private static FilePayload list(String mark) {
        return new FilePayload(
                "daftar-kepanjen.csv", "text/csv", LIST.formatted(mark).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 900"})
    void a_list_is_sent_looked_through_brought_in_and_taken_out(int width, int height, Browser browser) {
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            page.navigate(BrowserTest.ADDRESS + "/impor");
            Looks.at(page, "daftar-kosong", width);
            page.locator("#berkas").setInputFiles(list("layar" + width));
            page.locator("form[data-send-file] button").click();

            page.waitForURL(url -> url.matches(".*/impor/[0-9a-f-]{36}"));
            assertThat(page.locator("select[name=arti3]")).hasValue("NIK");
            assertThat(page.locator("input[name=tahun6]")).hasValue("2021");
            Looks.at(page, "daftar-kolom", width);
            page.locator("#resep").fill("Kecamatan");
            page.locator("form[action$='/kolom'] button").click();

            assertThat(page.locator("#temuan")).isVisible();
            assertThat(page.locator("main")).containsText("NIK terpotong oleh Excel");
            Looks.at(page, "daftar-hasil", width);
            page.locator("input[name=cara][value=GOOD_ROWS]").check();
            page.locator("form[action$='/masukkan'] button").click();

            assertThat(page.locator("main")).containsText("Daftar ini sudah masuk");
            Looks.at(page, "daftar-masuk", width);
            page.locator("#batal").click();
            page.locator("#alasan").fill("Hanya untuk mencoba halaman ini");
            page.locator("form[action$='/batalkan'] button").click();
            assertThat(page.locator("main")).containsText("Daftar ini sudah dikeluarkan lagi");
            page.navigate(BrowserTest.ADDRESS + "/impor");
            Looks.at(page, "daftar", width);
        }
    }

    @Test
    void without_a_script_the_form_sends_the_file_whole(Browser browser) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            page.navigate(BrowserTest.ADDRESS + "/impor");
            page.locator("#berkas").setInputFiles(list("tanpa"));
            page.locator("form[data-send-file] button").click();

            assertThat(page.locator("main")).containsText("Berkas diterima");
            page.locator("form[action$='/kolom'] button").click();
            assertThat(page.locator("main")).containsText("Daftar dibaca dari awal sampai akhir");
            page.locator("input[name=cara][value=GOOD_ROWS]").check();
            page.locator("form[action$='/masukkan'] button").click();
            assertThat(page.locator("main")).containsText("Daftar ini sudah masuk");
        }
    }

    @Test
    void a_list_is_tried_out_and_brought_in_by_keyboard_alone(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            page.navigate(BrowserTest.ADDRESS + "/impor");
            page.locator("#berkas").setInputFiles(list("papan"));
            reach(page, "form[data-send-file] button");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/impor/[0-9a-f-]{36}"));

            reach(page, "select[name=arti2]");
            page.keyboard().type("Nama usaha");
            reach(page, "form[action$='/kolom'] button");
            page.keyboard().press("Enter");
            assertThat(page.locator("#temuan")).isVisible();
            reach(page, "input[name=cara][value=GOOD_ROWS]");
            page.keyboard().press("Space");
            reach(page, "form[action$='/masukkan'] button");
            page.keyboard().press("Enter");

            assertThat(page.locator("main")).containsText("Daftar ini sudah masuk");
        }
    }

    /** Tabs until this has the focus. */
    private static void reach(Page page, String selector) {
        for (int i = 0; i < 120; i++) {
            if (Boolean.TRUE.equals(page.locator(selector).first().evaluate("one => one === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + selector);
    }
}
