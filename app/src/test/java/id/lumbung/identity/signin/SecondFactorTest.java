package id.lumbung.identity.signin;

import static id.lumbung.identity.signin.TestSignIn.attempt;
import static id.lumbung.identity.signin.TestSignIn.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.AccountEvents;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.identity.password.Passwords;
import id.lumbung.platform.key.Vault;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LumbungTest
class SecondFactorTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private SecondFactors secondFactors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AccountEvents events;

    @Autowired
    private TestClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void an_administrator_goes_nowhere_before_a_second_factor_is_set_up() throws Exception {
        Actor agus = actors.administrator();
        Cookie session = signIn(agus, "10.0.7.1");

        for (String page : List.of("/akun", "/rezim", "/acuan", "/akun/saya", "/beranda")) {
            browser.perform(get(page).cookie(session)).andExpect(redirectedUrl(SecondFactorController.PATH));
        }
        browser.perform(post("/akun/" + agus.account() + "/wewenang")
                        .with(csrf())
                        .cookie(session))
                .andExpect(redirectedUrl(SecondFactorController.PATH));
        browser.perform(get(SecondFactorController.PATH).cookie(session)).andExpect(status().isOk());
    }

    @Test
    void an_officer_at_the_counter_needs_none() throws Exception {
        Cookie session = signIn(actors.kecamatanOfficer("35.07.13"), "10.0.7.2");

        browser.perform(get("/akun/saya").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void setting_up_shows_a_qr_code_and_ten_recovery_codes_once() throws Exception {
        Actor agus = actors.administrator();
        Cookie session = signIn(agus, "10.0.7.3");
        browser.perform(post(SecondFactorController.PATH + "/siapkan")
                        .with(csrf())
                        .cookie(session))
                .andExpect(redirectedUrl(SecondFactorController.PATH));
        Document page = page(browser.perform(get(SecondFactorController.PATH).cookie(session)));
        assertThat(page.select("main img").attr("src")).startsWith("data:image/svg+xml;base64,");
        assertThat(page.select("main .code").text())
                .contains(Totp.base32(secretOf(agus)).substring(0, 4));

        browser.perform(confirm("000000", session)).andExpect(status().isUnprocessableContent());
        ResultActions confirmed =
                browser.perform(confirm(codeNow(agus, 0), session)).andExpect(status().isOk());

        List<String> codes = page(confirmed).select("main ul.code li").eachText();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\w{4}-){3}\\w{4}"));
        Cookie after = session(confirmed.andReturn());
        assertThat(after.getValue()).isNotEqualTo(session.getValue());
        browser.perform(get("/akun").cookie(after)).andExpect(status().isOk());
        assertThat(page(browser.perform(get(SecondFactorController.PATH).cookie(after)))
                        .text())
                .doesNotContain(codes.getFirst());
        assertThat(database.sql("select code_hash from identity.recovery_code where account = :account")
                        .param("account", agus.account())
                        .query(String.class)
                        .list())
                .hasSize(10)
                .allMatch(hash -> hash.startsWith("$argon2id$"));
    }

    @Test
    void afterwards_the_password_alone_opens_nothing_and_a_code_works_once() throws Exception {
        Actor agus = withSecondFactor();
        Cookie half = halfIn(agus, "10.0.7.4");
        browser.perform(get("/akun").cookie(half)).andExpect(redirectedUrl("/masuk?lanjut=%2Fakun"));
        String code = codeNow(agus, 1);

        browser.perform(code("111111", half, "10.0.7.4")).andExpect(status().isUnprocessableContent());
        ResultActions in = browser.perform(code(code, half, "10.0.7.4")).andExpect(redirectedUrl("/akun"));
        Cookie whole = session(in.andReturn());

        assertThat(whole.getValue()).isNotEqualTo(half.getValue());
        browser.perform(get("/akun").cookie(whole)).andExpect(status().isOk());
        Cookie again = halfIn(agus, "10.0.7.4");
        browser.perform(code(code, again, "10.0.7.4")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_recovery_code_works_once() throws Exception {
        Actor agus = actors.administrator();
        secondFactors.prepare(agus.account());
        String paper = secondFactors
                .confirm(agus.account(), codeNow(agus, 0))
                .orElseThrow()
                .getFirst();

        browser.perform(code(paper.toLowerCase(java.util.Locale.ROOT), halfIn(agus, "10.0.7.5"), "10.0.7.5"))
                .andExpect(redirectedUrl("/akun"));
        browser.perform(code(paper, halfIn(agus, "10.0.7.5"), "10.0.7.5")).andExpect(status().isUnprocessableContent());
        assertThat(secondFactors.recoveryCodesLeft(agus.account())).isEqualTo(9);
    }

    @Test
    void guessing_codes_gets_slow_and_waiting_too_long_begins_anew() throws Exception {
        Actor agus = withSecondFactor();
        Cookie half = halfIn(agus, "10.0.7.6");
        for (int i = 0; i < 5; i++) {
            browser.perform(code("11111" + i, half, "10.0.7.6")).andExpect(status().isUnprocessableContent());
        }
        browser.perform(code(codeNow(agus, 1), half, "10.0.7.6")).andExpect(status().isTooManyRequests());

        clock.moveTo(TestClock.START.plus(Duration.ofMinutes(6)));
        browser.perform(code(codeNow(agus, 1), half, "10.0.7.6")).andExpect(redirectedUrl("/masuk?lewat"));
    }

    @Test
    void granting_a_role_a_quarter_of_an_hour_later_asks_again_and_keeps_the_form() throws Exception {
        Actor agus = withSecondFactor();
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie session = session(browser.perform(code(codeNow(agus, 1), halfIn(agus, "10.0.7.7"), "10.0.7.7"))
                .andReturn());
        clock.moveTo(TestClock.START.plus(Duration.ofMinutes(16)));
        String path = "/akun/" + siti.account() + "/wewenang";
        browser.perform(post(path)
                        .param("role", "DINAS_HEAD")
                        .param("territory", "35.07")
                        .with(csrf())
                        .cookie(session))
                .andExpect(redirectedUrl("/masuk/lagi?lanjut=%2Fmasuk%2Flanjut"));

        ResultActions shown = browser.perform(post("/masuk/lagi")
                        .param("code", codeNow(agus, 0))
                        .param("lanjut", AskingAgain.CONTINUE)
                        .with(csrf())
                        .cookie(session))
                .andExpect(redirectedUrl(AskingAgain.CONTINUE));
        Cookie fresh = session(shown.andReturn());
        Document form = page(browser.perform(get(AskingAgain.CONTINUE).cookie(fresh)));

        assertThat(form.select("main form").attr("action")).isEqualTo(path);
        assertThat(form.select("main input[name=role]").val()).isEqualTo("DINAS_HEAD");
        browser.perform(post(path)
                        .param("role", "DINAS_HEAD")
                        .param("territory", "35.07")
                        .with(csrf())
                        .cookie(fresh))
                .andExpect(redirectedUrl("/akun/" + siti.account()));
    }

    @Test
    void an_administrator_cannot_put_the_second_factor_off_again() throws Exception {
        Actor agus = withSecondFactor();
        Cookie session = session(browser.perform(code(codeNow(agus, 1), halfIn(agus, "10.0.7.8"), "10.0.7.8"))
                .andReturn());

        browser.perform(post(SecondFactorController.PATH + "/lepas")
                        .with(csrf())
                        .cookie(session))
                .andExpect(status().isUnprocessableContent());

        assertThat(secondFactors.isSet(agus.account())).isTrue();
    }

    @Test
    void who_has_to_show_two_is_a_matter_of_the_setting() {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        Actor agus = actors.administrator();

        assertThat(requiredWith(SecondFactorSettings.Mode.EVERYONE, officer)).isTrue();
        assertThat(requiredWith(SecondFactorSettings.Mode.REQUIRED, officer)).isFalse();
        assertThat(requiredWith(SecondFactorSettings.Mode.REQUIRED, agus)).isTrue();
        assertThat(requiredWith(SecondFactorSettings.Mode.OPTIONAL, agus)).isFalse();
    }

    private boolean requiredWith(SecondFactorSettings.Mode mode, Actor actor) {
        return new SecondFactors(database, vault, passwords, events, new SecondFactorSettings(mode), List.of(), clock)
                .required(actor);
    }

    private Actor withSecondFactor() {
        Actor agus = actors.administrator();
        secondFactors.prepare(agus.account());
        assertThat(secondFactors.confirm(agus.account(), codeNow(agus, 0))).isPresent();
        return agus;
    }

    private byte[] secretOf(Actor actor) {
        return secondFactors.secretOf(actor.account());
    }

    private String codeNow(Actor actor, int later) {
        return Totp.code(secretOf(actor), Totp.stepAt(clock.instant()) + later, 6);
    }

    private Cookie signIn(Actor actor, String address) throws Exception {
        return session(browser.perform(attempt(actors.signInNameOf(actor), TestActors.PASSWORD, address))
                .andExpect(status().is3xxRedirection())
                .andReturn());
    }

    private Cookie halfIn(Actor actor, String address) throws Exception {
        return session(browser.perform(attempt(actors.signInNameOf(actor), TestActors.PASSWORD, address))
                .andExpect(redirectedUrl("/masuk/kode"))
                .andReturn());
    }

    private static MockHttpServletRequestBuilder confirm(String code, Cookie session) {
        return post(SecondFactorController.PATH + "/pasang")
                .param("code", code)
                .with(csrf())
                .cookie(session);
    }

    private static MockHttpServletRequestBuilder code(String code, Cookie session, String address) {
        return post("/masuk/kode")
                .param("code", code)
                .cookie(session)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
