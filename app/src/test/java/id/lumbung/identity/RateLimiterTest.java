package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RateLimiterTest {
    private final RateLimiter limiter = new RateLimiter();

    @Test
    void lets_as_many_through_as_agreed_and_each_key_has_its_own() {
        RateLimiter.Limit three = new RateLimiter.Limit("trial", 3, 100);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryAcquire(three, "10.0.0.1")).isTrue();
        }

        assertThat(limiter.tryAcquire(three, "10.0.0.1")).isFalse();
        assertThat(limiter.tryAcquire(three, "10.0.0.2")).isTrue();
        assertThat(limiter.tryAcquire("other", "10.0.0.1")).isTrue();
    }

    @Test
    void an_ipv6_customer_is_one_asker_however_many_addresses_he_has() {
        assertThat(addressOf("2001:db8:1:2:aaaa::1"))
                .isEqualTo(addressOf("2001:db8:1:2:bbbb::2"))
                .isNotEqualTo(addressOf("2001:db8:1:3::1"));
        assertThat(addressOf("36.68.1.2")).isEqualTo("36.68.1.2");
    }

    private static String addressOf(String remote) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        return RateLimiter.addressOf(request);
    }
}
