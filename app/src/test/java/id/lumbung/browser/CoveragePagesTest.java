package id.lumbung.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.lumbung.identity.CurrentActor;
import id.lumbung.intake.desk.ImportDesk;
import id.lumbung.licensing.application.Question;
import id.lumbung.matching.coverage.CoverageCounting;
import id.lumbung.matching.pair.MatchRoom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How much of three lists is known, on a phone's width and on a desk's: axe finds nothing, nothing scrolls sideways but the
 * picture in its frame. With {@code -Dlumbung.pictures=FOLDER} the pages are kept as pictures.
 */
@BrowserTest
class CoveragePagesTest {
    private static final String HEAD = "Nama Pemilik;Nama Usaha;Kegiatan;NIK;No HP;Kecamatan;Desa;Alamat\n";
    private static final String[] SYLLABLES = {
        "kar", "min", "wig", "nyo", "pra", "sas", "tri", "tjon", "lu", "kit", "man", "nge", "djo", "su", "harg", "pun",
        "ti"
    };
    private static final String[] KINDS = {"Warung", "Keripik", "Bengkel", "Jahit", "Salon"};

    @Autowired
    private Office office;

    @Autowired
    private ImportDesk imports;

    @Autowired
    private MatchRoom room;

    @Autowired
    private CoverageCounting counting;

    @Test
    void the_pages_of_coverage_are_accessible_and_fit(Browser browser) {
        Office.Person officer = office.officer();
        for (int i = 0; i < 2; i++) {
            office.issued(
                    officer,
                    office.delegate(),
                    office.camat(),
                    Office.answers(word(i * 271) + " " + word(i * 613), business(i))
                            .with(Question.NIK, nik(i))
                            .with(Question.PHONE, phone(i))
                            .with(Question.ADDRESS, address(i))
                            .with(Question.HOME_ADDRESS, address(i)));
        }
        UUID census = brought(officer, "pendataan-kepanjen-2026.csv", rows(0, 30));
        brought(officer, "peserta pameran produk unggulan.csv", rows(20, 36).toUpperCase(Locale.ROOT));
        brought(officer, "penerima bantuan.csv", rows(0, 3).replace("Jl.", "Jalan"));
        room.round();
        counting.count();
        for (int width : new int[] {360, 1280}) {
            try (BrowserContext context =
                    browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
                Page page = context.newPage();
                Office.signIn(page, officer);
                look(page, "/pencocokan/cakupan", "cakupan", width);
                assertThat(page.locator("main").innerText()).contains("diperkirakan masih ada");
                look(page, "/pencocokan/cakupan/" + census, "cakupan-daftar", width);
                look(page, "/pencocokan/cakupan/" + census + "?kecamatan=35.07.13", "cakupan-kecamatan", width);
                page.locator("tbody a[href*='/baru']").first().click();
                assertThat(page.locator("tbody tr").count()).isPositive();
                look(page, null, "cakupan-baru", width);
            }
        }
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "%s %s;%s;Membuat keripik tempe;%s;%s;Kepanjen;%s;%s\n"
                        .formatted(
                                word(i * 271),
                                word(i * 613),
                                business(i),
                                nik(i),
                                phone(i),
                                i % 9 == 8 ? "" : i % 3 == 2 ? "Kepanjen" : "Ngadilangkung",
                                address(i)))
                .collect(Collectors.joining());
    }

    private static String business(int i) {
        return KINDS[i % KINDS.length] + " " + word(i * 389 + 11);
    }

    private static String nik(int i) {
        return "3507135506%02d%04d".formatted(60 + i % 30, 3000 + i);
    }

    private static String phone(int i) {
        return "08573%07d".formatted(6_100_000 + i * 37);
    }

    private static String address(int i) {
        return "Jl. Welirang " + (100 + i * 7);
    }

    private static String word(int from) {
        StringBuilder word = new StringBuilder();
        for (int rest = from + 40_000, i = 0; i < 4; i++, rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private UUID brought(Office.Person officer, String name, String rows) {
        byte[] text = (HEAD + rows).getBytes(StandardCharsets.UTF_8);
        return CurrentActor.runAs(officer.actor(), () -> {
            try {
                UUID list = imports.receive(name, text.length, new ByteArrayInputStream(text), Office.KEPANJEN);
                imports.check(list);
                imports.enter(list, true);
                return list;
            } catch (IOException problem) {
                throw new IllegalStateException(problem);
            }
        });
    }

    private static void look(Page page, String path, String name, int width) {
        if (path != null) {
            assertThat(page.navigate(BrowserTest.ADDRESS + path).status()).isEqualTo(200);
        }
        Accessibility.check(page);
        page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
        Looks.at(page, name, width);
    }
}
