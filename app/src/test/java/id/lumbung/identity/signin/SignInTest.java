package id.lumbung.identity.signin;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.identity.signin.TestSignIn.attempt;
import static id.lumbung.identity.signin.TestSignIn.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.Grant;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@LumbungTest
class SignInTest {
    private static final Actor SITI =
            new Actor(new UUID(1, 2), "Siti", Set.of(new Grant(Role.KECAMATAN_OFFICER, "35.07.13")));

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Sessions sessions;

    @Autowired
    private CsrfTokenRepository csrfTokens;

    @Autowired
    private TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void the_front_page_shows_three_doors_and_leaves_no_session() throws Exception {
        long before = sessionRows();

        MvcResult answer = browser.perform(get("/").with(this::asInEarnest))
                .andExpect(status().isOk())
                .andReturn();

        Document page = page(answer);
        assertThat(page.select("main a[href=/cek], main a[href=/lacak], main a[href=/masuk]"))
                .hasSize(3);
        assertThat(answer.getResponse().getCookie("lumbung")).isNull();
        assertThat(sessionRows()).isEqualTo(before);
    }

    @Test
    void the_sign_in_page_sends_the_headers_that_keep_a_browser_out_of_trouble() throws Exception {
        browser.perform(get("/masuk"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
                                        + "frame-ancestors 'none'; form-action 'self'"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Permissions-Policy", org.hamcrest.Matchers.startsWith("camera=(self)")))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void a_right_name_and_password_lead_to_the_page_that_was_wanted() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");

        browser.perform(attempt(nameOf(siti).toUpperCase(java.util.Locale.ROOT), TestActors.PASSWORD, "10.0.1.1")
                        .param("lanjut", "/permohonan?q=a"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/permohonan?q=a"));
    }

    @Test
    void nobody_is_led_to_another_site_after_signing_in() {
        assertThat(Door.destination("https://jahat.example", SITI)).isEqualTo("/beranda");
        assertThat(Door.destination("//jahat.example", SITI)).isEqualTo("/beranda");
        assertThat(Door.destination("/\\jahat.example", SITI)).isEqualTo("/beranda");
        assertThat(Door.destination("", SITI)).isEqualTo("/beranda");
        assertThat(Door.destination("/izin/1", SITI)).isEqualTo("/izin/1");
    }

    @Test
    void an_administrator_without_cases_comes_to_the_accounts() throws Exception {
        Actor agus = actors.administrator();

        browser.perform(attempt(nameOf(agus), TestActors.PASSWORD, "10.0.1.9")).andExpect(redirectedUrl("/akun"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        browser.perform(post("/masuk").param("username", "siti").param("password", "x"))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_unknown_name_and_a_wrong_password_read_the_same() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");

        MvcResult wrong = browser.perform(attempt(nameOf(siti), "salah sama sekali", "10.0.1.2"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        MvcResult unknown = browser.perform(attempt("tidak.ada", "salah sama sekali", "10.0.1.2"))
                .andExpect(status().isUnprocessableContent())
                .andReturn();

        assertThat(page(wrong).select("[role=alert]").text())
                .isEqualTo(page(unknown).select("[role=alert]").text())
                .contains("tidak cocok");
        assertThat(page(wrong).select("input[name=username]").val()).isEqualTo(nameOf(siti));
        assertThat(page(wrong).select("input[name=password]").val()).isEmpty();
    }

    @Test
    void guessing_one_name_gets_slower_but_locks_out_nobody_elsewhere() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        for (int i = 0; i < 5; i++) {
            browser.perform(attempt(nameOf(siti), "salah", "10.0.1.3")).andExpect(status().isUnprocessableContent());
        }

        browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.3"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "30"));
        browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.4")).andExpect(status().is3xxRedirection());
        clock.moveTo(TestClock.START.plus(Duration.ofSeconds(31)));
        browser.perform(attempt(nameOf(siti), "salah", "10.0.1.3")).andExpect(status().isUnprocessableContent());
        browser.perform(attempt(nameOf(siti), "salah", "10.0.1.3"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"));
    }

    @Test
    void one_address_cannot_try_name_after_name() throws Exception {
        for (int i = 0; i < 60; i++) {
            failedAttempt("10.0.1.5", "nama" + i);
        }

        browser.perform(attempt("nama.lain", "salah", "10.0.1.5")).andExpect(status().isTooManyRequests());
    }

    @Test
    void signing_in_gives_the_session_a_new_id_and_signing_out_ends_it() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie first = session(browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.6"))
                .andReturn());
        browser.perform(get("/masuk").cookie(first)).andExpect(redirectedUrl("/beranda"));

        Cookie second = session(browser.perform(
                        attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.6").cookie(first))
                .andReturn());

        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        browser.perform(get("/masuk").cookie(first)).andExpect(status().isOk());
        browser.perform(post("/keluar").cookie(second).with(csrf())).andExpect(redirectedUrl("/masuk?keluar"));
        browser.perform(get("/masuk").cookie(second)).andExpect(status().isOk());
    }

    @Test
    void a_session_ends_at_once_when_the_account_is_disabled() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie session = session(browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.7"))
                .andReturn());

        database.sql("update identity.account set state = 'DISABLED' where id = :id")
                .param("id", siti.account())
                .update();

        browser.perform(get("/usaha").cookie(session)).andExpect(redirectedUrl("/masuk?lanjut=%2Fusaha"));
        browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.7"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_session_lasts_no_longer_than_a_working_day_however_much_it_is_used() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie session = session(browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.10"))
                .andReturn());

        for (int hour = 1; hour <= 12; hour++) {
            clock.moveTo(TestClock.START.plus(Duration.ofHours(hour)));
            browser.perform(get("/usaha").cookie(session)).andExpect(status().isOk());
        }
        clock.moveTo(TestClock.START.plus(Duration.ofHours(12)).plusSeconds(1));

        browser.perform(get("/usaha").cookie(session)).andExpect(redirectedUrl("/masuk?lanjut=%2Fusaha"));
        clock.reset();
        browser.perform(get("/usaha").cookie(session)).andExpect(redirectedUrl("/masuk?lanjut=%2Fusaha"));
    }

    @Test
    void a_session_is_named_by_more_random_bits_than_anybody_can_try() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Set<String> names = new HashSet<>();

        for (int i = 0; i < 3; i++) {
            String cookie = session(browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.11"))
                            .andReturn())
                    .getValue();
            String name = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
            assertThat(Base64.getUrlDecoder().decode(name)).hasSize(27);
            names.add(name);
        }

        assertThat(names).hasSize(3);
    }

    @Test
    void ending_all_sessions_ends_those_on_other_devices_too() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie session = session(browser.perform(attempt(nameOf(siti), TestActors.PASSWORD, "10.0.1.8"))
                .andReturn());

        sessions.endAll(siti.account());

        browser.perform(get("/masuk").cookie(session)).andExpect(status().isOk());
        browser.perform(get("/masuk").with(signedIn(siti))).andExpect(status().isOk());
    }

    private void failedAttempt(String address, String name) {
        database.sql("""
                        insert into identity.sign_in_attempt (id, at, address, name_hash, succeeded)
                        values (gen_random_uuid(), :at, :address, sha256(convert_to(:name, 'UTF8')), false)
                        """)
                .param("at", id.lumbung.platform.Sql.at(TestClock.START))
                .param("address", address)
                .param("name", name)
                .update();
    }

    /** Where a test has used {@code csrf()}, Spring's test support leaves a repository behind that makes sessions. */
    private MockHttpServletRequest asInEarnest(MockHttpServletRequest request) {
        WebTestUtils.setCsrfTokenRepository(request, csrfTokens);
        return request;
    }

    private long sessionRows() {
        return database.sql("select count(*) from identity.spring_session")
                .query(Long.class)
                .single();
    }

    private String nameOf(Actor actor) {
        return actors.signInNameOf(actor);
    }

    private static Document page(MvcResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
