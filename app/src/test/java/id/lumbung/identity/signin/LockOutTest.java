package id.lumbung.identity.signin;

import static id.lumbung.identity.signin.TestSignIn.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Failures slow down whoever makes them, and never keep the owner of the name out. */
@LumbungTest
class LockOutTest {
    private static final String RIGHT = TestActors.PASSWORD;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void guesses_from_many_addresses_are_slow_but_keep_neither_the_owners_device_nor_address_out() throws Exception {
        String name = actors.signInNameOf(actors.kecamatanOfficer("35.07.13"));
        Cookie device = device(name, "10.0.8.1");
        guessFromManyAddresses(name, "10.1.8.");

        browser.perform(attempt(name, "salah lagi", "10.2.8.1")).andExpect(status().isTooManyRequests());
        browser.perform(attempt(name, RIGHT, "10.2.8.2")).andExpect(status().isTooManyRequests());
        browser.perform(attempt(name, RIGHT, "10.0.8.1")).andExpect(status().is3xxRedirection());
        browser.perform(attempt(name, RIGHT, "10.2.8.3").cookie(device)).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_colleague_at_the_same_address_cannot_keep_the_owner_out() throws Exception {
        String name = actors.signInNameOf(actors.kecamatanOfficer("35.07.13"));
        Cookie device = device(name, "10.0.8.10");
        clock.moveTo(TestClock.START.plusSeconds(60));
        for (int i = 0; i < 6; i++) {
            browser.perform(attempt(name, "salah", "10.0.8.10"));
        }

        browser.perform(attempt(name, RIGHT, "10.0.8.10")).andExpect(status().isTooManyRequests());
        browser.perform(attempt(name, RIGHT, "10.0.8.10").cookie(device)).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_known_device_guesses_no_faster_and_a_forged_or_strange_cookie_helps_nobody() throws Exception {
        String name = actors.signInNameOf(actors.kecamatanOfficer("35.07.13"));
        Actor other = actors.kecamatanOfficer("35.07.13");
        Cookie device = device(name, "10.0.8.20");
        Cookie othersDevice = device(actors.signInNameOf(other), "10.0.8.21");
        for (int i = 0; i < 5; i++) {
            browser.perform(attempt(name, "salah", "10.3.8." + i).cookie(device))
                    .andExpect(status().isUnprocessableContent());
        }
        browser.perform(attempt(name, RIGHT, "10.3.8.9").cookie(device)).andExpect(status().isTooManyRequests());

        guessFromManyAddresses(name, "10.4.8.");
        Cookie forged = new Cookie(device.getName(), device.getValue().replaceAll("^.", "_"));
        Cookie renamed = new Cookie(device.getName(), othersDevice.getValue());
        browser.perform(attempt(name, RIGHT, "10.5.8.1").cookie(forged)).andExpect(status().isTooManyRequests());
        browser.perform(attempt(name, RIGHT, "10.5.8.2").cookie(renamed)).andExpect(status().isTooManyRequests());
    }

    @Test
    void guessing_at_one_name_slows_nobody_else_down() throws Exception {
        String victim = actors.signInNameOf(actors.kecamatanOfficer("35.07.13"));
        String other = actors.signInNameOf(actors.kecamatanOfficer("35.07.13"));
        guessFromManyAddresses(victim, "10.6.8.");

        browser.perform(attempt(other, RIGHT, "10.6.8.1")).andExpect(status().is3xxRedirection());
    }

    private void guessFromManyAddresses(String name, String network) throws Exception {
        for (int i = 0; i < 20; i++) {
            browser.perform(attempt(name, "salah", network + i)).andExpect(status().isUnprocessableContent());
        }
    }

    private Cookie device(String name, String address) throws Exception {
        Cookie[] cookies = browser.perform(attempt(name, RIGHT, address))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookies();
        Cookie device = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().startsWith("lumbung-perangkat-"))
                .findFirst()
                .orElseThrow();
        assertThat(device.isHttpOnly()).isTrue();
        return device;
    }
}
