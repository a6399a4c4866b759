package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lumbung.matching.pair.MatchRoom;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Records that may be one business, before a person with nothing but a keyboard, on a phone's width and on a desk's. With
 * {@code -Dlumbung.pictures=FOLDER} the pages are kept as pictures.
 */
@BrowserTest
class MatchingJourneyTest {
    private static final String LIST = """
            Nama Pemilik;Nama Usaha;Kegiatan;NIK;No HP;Kecamatan;Desa;Alamat
            %1$s Adiwinata;Jahit Kebaya;Penjahitan pakaian;350713%3$s;%4$s;Kepanjen;Ngadilangkung;Jl. Mawar 4
            %1$s Adiwinata;Toko Baju;Perdagangan pakaian;350713%3$s;%4$s;Kepanjen;Ngadilangkung;Jl. Mawar 4
            %2$s Kusumadewa;Bengkel Las;Industri barang logam;350713%5$s;%6$s;Kepanjen;Kepanjen;Jl. Melati 9 RT 2 RW 1
            %2$s Kusumadewa;Kios Pulsa;Perdagangan pulsa;350713%5$s;%6$s;Kepanjen;Kepanjen;Jl. Melati 9
            """;

    @Autowired
    private Office office;

    @Autowired
    private MatchRoom room;

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 900"})
    void pairs_are_judged_by_keyboard_one_after_the_other_and_taken_back(int width, int height, Browser browser) {
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
            Page page = context.newPage();
            Office.signIn(page, office.officer());
            broughtIn(page, width);
            room.round();

            page.navigate(BrowserTest.ADDRESS + "/pencocokan");
            Looks.at(page, "pencocokan", width);
            page.keyboard().press("Alt+t");
            assertThat(page.locator("h1")).hasText("Apakah ini usaha yang sama?");
            Looks.at(page, "pasangan", width);
            page.locator("details summary").last().click();
            assertThat((Boolean) page.locator("details img").evaluate("""
                            async picture => { await picture.decode(); return picture.naturalWidth > 0; }
                            """))
                    .as("the waterfall is a picture that the browser can draw")
                    .isTrue();
            Looks.at(page, "pasangan-alasan", width);

            page.keyboard().press("Alt+b");
            assertThat(page.locator("main")).containsText("Tersimpan: usaha yang berbeda.");
            page.keyboard().press("Alt+s");
            assertThat(page.locator("main")).containsText("Tersimpan: usaha yang sama.");
            page.keyboard().press("Alt+z");
            assertThat(page.locator("main")).containsText("Putusan dibatalkan.");
            Looks.at(page, "pencocokan-jurnal", width);
            page.locator("table a").first().click();
            Looks.at(page, "pasangan-riwayat", width);
        }
    }

    private static void broughtIn(Page page, int width) {
        page.navigate(BrowserTest.ADDRESS + "/impor");
        String list = width < 1000
                ? LIST.formatted("Rukmini", "Sumarjo", "5208790031", "081390001111", "0103680044", "081390002222")
                : LIST.formatted("Kadarwati", "Prasetyo", "5208790051", "081390003333", "0103680064", "081390004444");
        page.locator("#berkas")
                .setInputFiles(new FilePayload("pencocokan.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[data-send-file] button").click();
        page.waitForURL(url -> url.matches(".*/impor/[0-9a-f-]{36}"));
        page.locator("form[action$='/kolom'] button").click();
        assertThat(page.locator("#temuan")).isVisible();
        page.locator("form[action$='/masukkan'] button").click();
        assertThat(page.locator("main")).containsText("Daftar ini sudah masuk");
    }
}
