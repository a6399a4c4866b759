package id.lumbung;

import id.lumbung.browser.Office;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL of its own, with a clock that stands at 24 November 2026, 09.00 WIB unless
 * moved. The context is shared by all such tests of a run: each test makes the people and enterprises it needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest
@AutoConfigureMockMvc
@Import({TestClock.Configuration.class, TestLimits.Configuration.class, Office.class})
@ContextConfiguration(initializers = TestDatabase.class)
public @interface LumbungTest {}
