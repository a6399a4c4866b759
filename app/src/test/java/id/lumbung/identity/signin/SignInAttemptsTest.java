package id.lumbung.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
    @Test
    void delays_after_failures_double_up_to_a_quarter_of_an_hour() {
        assertThat(SignInAttempts.required(-1)).isZero();
        assertThat(SignInAttempts.required(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(SignInAttempts.required(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(SignInAttempts.required(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(SignInAttempts.required(5)).isEqualTo(Duration.ofMinutes(15));
        assertThat(SignInAttempts.required(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }
}
