package id.lumbung.identity;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@LumbungTest
class DoorsTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/masuk", "/health"})
    void is_open_to_everybody(String path) throws Exception {
        browser.perform(get(path)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/beranda",
                "/permohonan",
                "/izin",
                "/usaha",
                "/acuan",
                "/rezim",
                "/akun",
                "/akun/saya",
                "/buku-register",
                "/actuator",
                "/info",
                "/env",
                "/tidak-ada",
                "/berkas/1"
            })
    void sends_the_public_to_the_sign_in_page(String path) throws Exception {
        browser.perform(get(path))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", org.hamcrest.Matchers.startsWith("/masuk?lanjut=%2F")));
    }

    @Test
    void a_script_is_told_that_nobody_is_signed_in() throws Exception {
        browser.perform(get("/usaha").header("X-Requested-With", "lumbung"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("Location"));
    }

    @Test
    void only_an_administrator_comes_to_the_accounts() throws Exception {
        browser.perform(get("/akun").with(signedIn(actors.administrator()))).andExpect(status().isOk());
        for (Actor other : new Actor[] {
            actors.kecamatanOfficer("35.07.13"), actors.camat("35.07.13"), actors.dinasOfficer(), actors.dinasHead()
        }) {
            browser.perform(get("/akun").with(signedIn(other))).andExpect(status().isForbidden());
            browser.perform(get("/akun/baru").with(signedIn(other))).andExpect(status().isForbidden());
        }
    }

    @Test
    void an_officer_reads_reference_data_and_regimes_but_changes_none() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");

        browser.perform(post("/acuan/libur").with(signedIn(officer))).andExpect(status().isForbidden());
        browser.perform(post("/rezim/IUMK").with(signedIn(officer))).andExpect(status().isForbidden());
        assertThat(browser.perform(get("/acuan").with(signedIn(officer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(403);
    }

    @Test
    void a_role_counts_from_its_first_to_its_last_day() {
        LocalDate first = LocalDate.of(2026, 11, 25);
        LocalDate last = LocalDate.of(2026, 11, 30);
        Actor standIn =
                actors.with("Bambang Pengganti", "Plt. Camat", new NewGrant(Role.CAMAT, "35.07.13", first, last, null));
        assertThat(standIn.grants()).isEmpty();

        clock.moveTo(first);
        assertThat(accounts.actor(standIn.account()).orElseThrow().grants()).hasSize(1);
        clock.moveTo(last);
        assertThat(accounts.actor(standIn.account()).orElseThrow().grants()).hasSize(1);
        clock.moveTo(last.plusDays(1));
        assertThat(accounts.actor(standIn.account()).orElseThrow().grants()).isEmpty();
    }
}
