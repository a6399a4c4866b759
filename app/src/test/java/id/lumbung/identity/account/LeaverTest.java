package id.lumbung.identity.account;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.identity.signin.TestSignIn.attempt;
import static id.lumbung.identity.signin.TestSignIn.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Sight;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever leaves is out with the next request, by every way in. */
@LumbungTest
class LeaverTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void disabling_an_account_ends_its_sessions_and_all_ways_in() throws Exception {
        Actor administrator = actors.administrator();
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie first = signIn(siti, "10.0.9.1");
        Cookie second = signIn(siti, "10.0.9.2");
        give(siti);
        Document link =
                page(browser.perform(post("/akun/" + siti.account() + "/tautan").with(signedIn(administrator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        String reset = link.select("input#link").val().replaceAll("^https?://[^/]+", "");

        browser.perform(post("/akun/" + siti.account() + "/nonaktifkan").with(signedIn(administrator)))
                .andExpect(redirectedUrl("/akun/" + siti.account()));

        browser.perform(get("/akun/saya").cookie(first)).andExpect(redirectedUrl("/masuk?lanjut=%2Fakun%2Fsaya"));
        browser.perform(get("/akun/saya").cookie(second)).andExpect(redirectedUrl("/masuk?lanjut=%2Fakun%2Fsaya"));
        browser.perform(attempt(actors.signInNameOf(siti), TestActors.PASSWORD, "10.0.9.1"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(get(reset)).andExpect(status().isGone());
        assertThat(waysIn(siti)).isZero();

        browser.perform(post("/akun/" + siti.account() + "/aktifkan").with(signedIn(administrator)));
        browser.perform(get(reset)).andExpect(status().isGone());
        browser.perform(get("/akun/saya").cookie(first)).andExpect(redirectedUrl("/masuk?lanjut=%2Fakun%2Fsaya"));
    }

    @Test
    void a_role_taken_back_is_gone_with_the_next_request() throws Exception {
        Actor rina = actors.administrator();
        Actor administrator = actors.administrator();
        browser.perform(get("/akun").with(signedIn(rina))).andExpect(status().isOk());
        String grant = Sight.system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql("select id::text from identity.role_grant where account = :account")
                                .param("account", rina.account())
                                .query(String.class)
                                .single()));

        browser.perform(post("/akun/" + rina.account() + "/wewenang/" + grant + "/cabut")
                        .with(signedIn(administrator)))
                .andExpect(status().is3xxRedirection());

        browser.perform(get("/akun").with(signedIn(rina))).andExpect(status().isForbidden());
    }

    @Test
    void an_administrator_sees_where_somebody_is_signed_in_and_ends_it() throws Exception {
        Actor administrator = actors.administrator();
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie first = signIn(siti, "10.0.9.3");
        Cookie second = signIn(siti, "10.0.9.4");
        Document account = page(browser.perform(get("/akun/" + siti.account()).with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(account.select("#s-ways ~ table tbody tr").eachText())
                .hasSize(2)
                .anyMatch(row -> row.contains("10.0.9.3") && row.contains("Chrome Android"));

        String end = account.select("tr:contains(10.0.9.3) form").attr("action");
        browser.perform(post(end).with(signedIn(administrator))).andExpect(status().is3xxRedirection());
        browser.perform(get("/akun/saya").cookie(first)).andExpect(status().is3xxRedirection());
        browser.perform(get("/akun/saya").cookie(second)).andExpect(status().isOk());

        browser.perform(post("/akun/" + siti.account() + "/sesi/akhiri").with(signedIn(administrator)));
        browser.perform(get("/akun/saya").cookie(second)).andExpect(status().is3xxRedirection());
    }

    @Test
    void another_administrator_takes_away_what_somebody_lost_but_not_beyond_his_territory() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Actor far = actors.administrator("35.07.28");
        give(siti);

        browser.perform(post("/akun/" + siti.account() + "/lepas-cara-masuk").with(signedIn(far)))
                .andExpect(status().isForbidden());
        browser.perform(post("/akun/" + siti.account() + "/sesi/akhiri").with(signedIn(far)))
                .andExpect(status().isForbidden());
        assertThat(waysIn(siti)).isEqualTo(4);

        browser.perform(post("/akun/" + siti.account() + "/lepas-cara-masuk").with(signedIn(actors.administrator())))
                .andExpect(status().is3xxRedirection());
        assertThat(waysIn(siti)).isZero();
    }

    private void give(Actor person) {
        database.sql("""
                        with factor as (
                            insert into identity.second_factor (account, secret_sealed, created_at, confirmed_at)
                            values (:account, 'x', now(), now())),
                        code as (
                            insert into identity.recovery_code (id, account, beginning, code_hash)
                            values (gen_random_uuid(), :account, 'ABCD', 'x')),
                        outside as (
                            insert into identity.outside_identity (id, account, issuer, subject, linked_at)
                            values (gen_random_uuid(), :account, 'http://localhost:18090', gen_random_uuid()::text, now()))
                        insert into identity.passkey (id, account, credential_id, credential, sign_count, verifies_user,
                                                      backup_allowed, backed_up, name, created_at)
                        values (gen_random_uuid(), :account, uuid_send(gen_random_uuid()), 'x', 0, true, false, false, 'HP', now())
                        """).param("account", person.account()).update();
    }

    private int waysIn(Actor person) {
        return database.sql("""
                        select (select count(*) from identity.second_factor where account = :account)
                             + (select count(*) from identity.recovery_code where account = :account)
                             + (select count(*) from identity.outside_identity where account = :account)
                             + (select count(*) from identity.passkey where account = :account)
                        """)
                .param("account", person.account())
                .query(Integer.class)
                .single();
    }

    private Cookie signIn(Actor actor, String address) throws Exception {
        return session(browser.perform(attempt(actors.signInNameOf(actor), TestActors.PASSWORD, address)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn());
    }

    private static Document page(String html) {
        return Jsoup.parse(html);
    }
}
