package id.lumbung.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void are_hashed_with_at_least_what_owasp_asks_of_argon2id() {
        String hash = passwords.hash("gudeg jantan lor kali");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("gudeg jantan lor kali")).isNotEqualTo(hash);
        assertThat(passwords.matches("gudeg jantan lor kali", hash)).isTrue();
        assertThat(passwords.matches("gudeg jantan lor kalo", hash)).isFalse();
    }

    @Test
    void an_account_without_a_password_matches_nothing() {
        assertThat(passwords.matches("nobody has this password, it only takes as long", null))
                .isFalse();
    }

    @Test
    void short_ones_are_refused() {
        assertThat(Passwords.objection("elf-zeichen", "siti", "Siti Aminah")).contains("identity.password.too-short");
        assertThat(Passwords.objection("zwoelf-zeich", "siti", "Siti Aminah")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234", "Password2026!!", "katasandi123", "Bismillah786!", "Indonesia1945!", "admin1234567",
                "123456789012", "aaaaaaaaaaaa", "abababababab", "qwertyuiop123", "Kepanjen2026!", "rahasia-rahasia",
                "Lumbung-Malang-26"
            })
    void the_most_common_ones_are_refused_however_they_are_decorated(String password) {
        assertThat(Passwords.objection(password, "siti.aminah", "Siti Aminah"))
                .contains("identity.password.too-common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"trustno1trustno1", "MichaelJordan23", "zaq12wsxcde34rfv", "1q2w3e4r5t6y", "footballbaseball1"})
    void leaked_ones_and_paths_on_the_keyboard_are_refused(String password) {
        assertThat(Passwords.objection(password, "siti.aminah", "Siti Aminah"))
                .contains("identity.password.too-common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"siti.aminah-2026", "AMINAH-1980-01", "12345aminah12345"})
    void the_persons_own_name_is_refused(String password) {
        assertThat(Passwords.objection(password, "siti.aminah", "Siti Aminah"))
                .contains("identity.password.contains-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pisang goreng di teras", "Gudeg-jantan-77-lor", "kali brantas banjir lagi"})
    void a_few_unrelated_words_are_welcome(String password) {
        assertThat(Passwords.objection(password, "siti.aminah", "Siti Aminah")).isEmpty();
    }
}
