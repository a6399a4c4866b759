package id.lumbung.platform.start;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Looks at settings before anything starts. There is no context yet, so implementations have no dependencies; a module
 * names its own in {@code META-INF/spring.factories}.
 */
public interface StartCheck {
    List<Finding> check(Environment settings);
}
