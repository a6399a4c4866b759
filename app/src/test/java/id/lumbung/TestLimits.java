package id.lumbung;

import id.lumbung.identity.RateLimiter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.event.annotation.BeforeTestMethod;

/**
 * Each test begins unknown to the limits. All of them ask from one address and share one application; what an earlier one
 * asked, and how fast the machine is, is no matter of the next.
 */
public final class TestLimits extends RateLimiter {
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private volatile RateLimiter limiter = new RateLimiter();

    @BeforeTestMethod
    void begin() {
        limiter = new RateLimiter();
        spent.clear();
    }

    /** As when this key had asked as often as it may, of everything. */
    public void spend(String key) {
        spent.add(key);
    }

    @Override
    public boolean tryAcquire(Limit limit, String key) {
        return !spent.contains(key) && limiter.tryAcquire(limit, key);
    }

    /** Puts the limits into a test's context. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {
        @Bean
        @Primary
        TestLimits testLimits() {
            return new TestLimits();
        }
    }
}
