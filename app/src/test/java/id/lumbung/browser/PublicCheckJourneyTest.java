package id.lumbung.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.licensing.licence.LicencePictures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody points a phone at the sheet: the code is read off the real PDF and opened in a real browser. */
@BrowserTest
class PublicCheckJourneyTest {
    @Autowired
    private Office office;

    @Test
    void the_code_on_the_sheet_is_checked_also_offline_and_a_revoked_licence_is_recognised(Browser browser)
            throws Exception {
        Office.Person camat = office.camat();
        LicenceId licence = office.issued(
                office.officer(), office.delegate(), camat, Office.answers("Sugito", "Bakso Urat Pak Gito"));
        String address = codeOnTheSheet(browser, camat, licence);
        assertThat(address).startsWith(BrowserTest.ADDRESS + "/c#").matches("[^#]+#\\d+");

        try (BrowserContext phone = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
            Page page = phone.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(address);
            assertThat(page.locator("main")).containsText("Izin ini berlaku");
            assertThat(page.locator("main")).containsText("Bakso Urat Pak Gito");
            assertThat(page.locator("main")).containsText("Kepanjen");
            assertThat(page.locator("main")).not().containsText("Sugito");
            Accessibility.check(page);
            assertThat(asked).allMatch(url -> url.startsWith(BrowserTest.ADDRESS));
            page.waitForFunction("() => navigator.serviceWorker.ready.then(r => r.active !== null)");

            phone.setOffline(true);
            page.reload();
            assertThat(page.locator("main")).containsText("Izin ini berlaku");
            page.navigate("about:blank");
            char last = address.charAt(address.length() - 1);
            page.navigate(address.substring(0, address.length() - 1) + (last == '7' ? '3' : '7'));
            assertThat(page.locator("main")).not().containsText("Izin ini berlaku");
            phone.setOffline(false);

            office.revoke(camat, licence);
            page.navigate("about:blank");
            page.navigate(address);
            assertThat(page.locator("main")).containsText("dicabut");
        }
    }

    private static String codeOnTheSheet(Browser browser, Office.Person camat, LicenceId licence) throws Exception {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Office.signIn(page, camat);
            byte[] pdf = context.request()
                    .get(BrowserTest.ADDRESS + "/izin/" + licence + "/lembar.pdf")
                    .body();
            return LicencePictures.qr(LicencePictures.picture(pdf, 200));
        }
    }
}
