package id.lumbung.browser;

import id.lumbung.TestClock;
import id.lumbung.TestDatabase;
import id.lumbung.TestLimits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application behind a real port, driven in a real Chromium. A {@link Browser} is injected as parameter. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18089", "lumbung.public-url=" + BrowserTest.ADDRESS, "lumbung.second-factor=optional"
        })
@Import({TestClock.Configuration.class, TestLimits.Configuration.class, Office.class})
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {
    /** Address of the application under test. */
    String ADDRESS = "http://localhost:18089";
}
