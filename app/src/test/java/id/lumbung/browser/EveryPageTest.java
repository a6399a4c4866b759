package id.lumbung.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import id.lumbung.identity.CurrentActor;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.privacy.consent.ConsentDesk;
import id.lumbung.privacy.retention.HoldDesk;
import id.lumbung.privacy.retention.RetentionDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page, at 360 and 1280 px, light and dark: axe finds nothing, nothing scrolls sideways, nobody else is asked.
 * With {@code -Dlumbung.pictures=FOLDER} each is also kept as a picture.
 */
@BrowserTest
class EveryPageTest {
    private static final long BUDGET = 100_000;

    @Autowired
    private Office office;

    @Autowired
    private ConsentDesk consents;

    @Autowired
    private HoldDesk holds;

    @Autowired
    private RetentionDesk retention;

    @Test
    void public_pages_are_accessible_and_under_100_kb(Browser browser) {
        for (String path : List.of("/", "/lacak", "/c", "/cek", "/masuk")) {
            AtomicLong bytes = new AtomicLong();
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                page.onRequestFinished(request ->
                        bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
                page.navigate(BrowserTest.ADDRESS + path);
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            }
            System.out.printf("public page %-8s %,d bytes%n", path, bytes.get());
            assertThat(bytes.get()).as(path).isPositive().isLessThan(BUDGET);
        }
        visit(
                browser,
                null,
                List.of(
                        "/",
                        "/lacak",
                        "/data-saya",
                        "/c",
                        "/cek",
                        "/masuk",
                        "/audit/kepala",
                        "/api",
                        "/api/masalah/not-valid",
                        "/tidak-ada"));
    }

    @Test
    void the_officers_pages_are_accessible(Browser browser) {
        Office.Person officer = office.officer();
        Office.Person camat = office.camat();
        var filed = office.handedIn(officer, Office.answers("Lastri Handayani", "Keripik Tempe Bu Lastri"));
        LicenceId licence = office.issued(
                officer, office.delegate(), camat, Office.answers("Sulastri", "Warung Nasi Pecel Bu Sulastri"));

        Set<String> pages = new LinkedHashSet<>(List.of(
                "/beranda",
                "/permohonan",
                "/permohonan/" + filed.application(),
                "/permohonan/" + filed.application() + "/tanda-terima",
                "/izin",
                "/izin/" + licence,
                "/buku-register",
                "/usaha",
                "/acuan",
                "/acuan/kbli",
                "/acuan/wilayah",
                "/acuan/libur",
                "/acuan/kriteria",
                "/acuan/sektor",
                "/rezim",
                "/rezim/IUMK",
                "/akun/saya",
                "/akun/saya/token",
                "/akun/saya/faktor-kedua",
                "/akun/saya/kunci/baru",
                "/masuk/lagi"));
        visit(browser, camat, new ArrayList<>(pages));
        visit(browser, officer, List.of("/impor", "/pencocokan/cakupan"));
    }

    @Test
    void the_pages_of_the_data_protection_officer_are_accessible(Browser browser) {
        Office.Person officer = office.officer();
        Answers answers = Office.answers("Ponirah", "Tempe Mendoan Bu Ponirah");
        office.issued(officer, office.delegate(), office.camat(), answers);
        Office.Person protector = office.dataProtectionOfficer();
        UUID access = office.asked(officer, "ACCESS", answers);
        UUID deletion = office.asked(officer, "DELETION", answers);
        office.takes(protector, deletion);

        visit(
                browser,
                protector,
                List.of(
                        "/data-pribadi",
                        "/data-pribadi?selesai=true",
                        "/data-pribadi/baru",
                        "/data-pribadi/" + access,
                        "/data-pribadi/" + access + "/tanda-terima",
                        "/data-pribadi/" + deletion));
    }

    @Test
    void the_pages_of_consent_retention_and_holds_are_accessible(Browser browser) {
        Office.Person officer = office.officer();
        Answers answers = Office.answers("Sukarti", "Sambel Pecel Bu Sukarti");
        office.handedIn(officer, answers);
        Office.Person protector = office.dataProtectionOfficer();
        Office.Person administrator = office.administrator();
        UUID person = CurrentActor.runAs(officer.actor(), () -> {
            UUID found = consents.personWith(answers.of(Question.NIK));
            consents.record(found, new ConsentDesk.NewStatement("TRAINING", true, "PAPER", null, null));
            consents.record(found, new ConsentDesk.NewStatement("PARTNERS", false, "SPOKEN", null, null));
            return found;
        });
        UUID lifted = CurrentActor.runAs(
                protector.actor(),
                () -> holds.place(
                        new HoldDesk.NewHold("PERSON", answers.of(Question.NIK), "Pemeriksaan Inspektorat Daerah")));
        CurrentActor.runAs(protector.actor(), () -> {
            holds.lift(lifted, "Pemeriksaan selesai");
            holds.place(new HoldDesk.NewHold(
                    "PERSON", answers.of(Question.NIK), "Sengketa nama usaha, surat PN Kepanjen 14/2026"));
        });
        CurrentActor.runAs(
                administrator.actor(),
                () -> retention.decide(
                        "DRAFT", new RetentionDesk.Decision(180, null, "Perbup 12/2026 lampiran II nomor 4")));

        visit(
                browser,
                officer,
                List.of(
                        "/data-pribadi/persetujuan",
                        "/data-pribadi/persetujuan/" + person,
                        "/data-pribadi/undangan",
                        "/data-pribadi/undangan?purpose=TRAINING&region=35.07.13"));
        visit(browser, protector, List.of("/data-pribadi/retensi", "/data-pribadi/penahanan"));
        visit(browser, administrator, List.of("/data-pribadi/retensi/DRAFT", "/data-pribadi/retensi/AUDIT"));
    }

    @Test
    void the_administrators_pages_are_accessible(Browser browser) {
        visit(
                browser,
                office.administrator(),
                List.of(
                        "/akun",
                        "/akun/baru",
                        "/acuan/kbli",
                        "/acuan/libur",
                        "/rezim/IUMK",
                        "/izin/kunci",
                        "/audit",
                        "/webhook"));
    }

    private void visit(Browser browser, Office.Person person, List<String> paths) {
        String folder = System.getProperty("lumbung.pictures");
        for (int width : new int[] {360, 1280}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme))) {
                    Page page = context.newPage();
                    page.onRequest(request ->
                            assertThat(request.url()).matches("(" + BrowserTest.ADDRESS + "|data:|blob:).*"));
                    if (person != null) {
                        Office.signIn(page, person);
                    }
                    for (String path : paths) {
                        Response response = page.navigate(BrowserTest.ADDRESS + path);
                        assertThat(response.status()).as(path).isLessThan(500);
                        if (!path.equals("/tidak-ada")) {
                            assertThat(response.status()).as(path).isEqualTo(200);
                        }
                        if (folder != null) {
                            page.screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(Path.of(
                                            folder,
                                            path.replaceAll("[0-9a-f-]{36}", "ID")
                                                            .replace('/', '_')
                                                    + "-" + width + "-"
                                                    + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
                        }
                        Accessibility.check(page);
                    }
                }
            }
        }
    }
}
