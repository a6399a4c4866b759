package id.lumbung;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** As {@link LumbungTest}, with documents in the S3 server of {@link TestStore#shared}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest
@AutoConfigureMockMvc
@Import({TestClock.Configuration.class, TestLimits.Configuration.class})
@ContextConfiguration(initializers = {TestDatabase.class, TestStore.Initializer.class})
public @interface LumbungStoreTest {}
