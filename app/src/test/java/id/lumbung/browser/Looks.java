package id.lumbung.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** A look at a page: it can be used by everybody, fits into the screen and, when somebody asks for it, is kept as a picture. */
final class Looks {
    private Looks() {}

    static void at(Page page, String name, int width) {
        at(page, name, width, true);
    }

    /** @param whole whether the picture shows what lies below the screen too */
    static void at(Page page, String name, int width, boolean whole) {
        Accessibility.check(page);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits into " + width)
                .isTrue();
        String folder = System.getProperty("lumbung.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + "-" + width + ".png"))
                    .setFullPage(whole));
        }
    }
}
