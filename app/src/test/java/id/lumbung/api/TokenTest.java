package id.lumbung.api;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.identity.TestActors.signedInLongAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.TestLimits;
import id.lumbung.api.access.Tokens;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.TestActors;
import id.lumbung.identity.account.AccountDesk;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A token acts as its person, does no more than it says, and ends at once when it must. */
@LumbungTest
class TokenTest {
    private static final String KEPANJEN = "35.07.13";

    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    @Autowired
    private Tokens tokens;

    @Autowired
    private AccountDesk accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestLimits limits;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void acts_as_the_person_who_made_it() {
        Actor officer = actors.kecamatanOfficer(KEPANJEN);
        String token = api.token(officer, Permission.SEE_REGISTER, Permission.UNMASK);

        ApiClient.Answer me = api.get(token, "/api/v1/me").is(200);

        assertThat(token).matches("lmb_[0-9A-Za-z]{43}[0-9a-f]{8}");
        assertThat(me.json().get("name").asString()).isEqualTo(officer.name());
        assertThat(me.json().get("scopes").toString()).isEqualTo("[\"SEE_REGISTER\",\"UNMASK\"]");
        assertThat(me.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void does_no_more_than_its_scopes() {
        String token = api.token(actors.kecamatanOfficer(KEPANJEN), Permission.SEE_REGISTER);

        api.get(token, "/api/v1/enterprises").is(200);

        assertThat(api.get(token, "/api/v1/licences").is(403).code()).isEqualTo("scope-missing");
        assertThat(api.post(token, "/api/v1/applications", Map.of("kecamatan", KEPANJEN))
                        .is(403)
                        .code())
                .isEqualTo("scope-missing");
        assertThat(api.get(token, "/api/v1/accounts").is(403).code()).isEqualTo("scope-missing");
    }

    @Test
    void sees_no_more_than_the_territory_of_its_person() {
        String path = ApiJourneyTest.handedIn(api, api.token(actors.kecamatanOfficer(KEPANJEN)), "Kripik Batas");
        String elsewhere = api.token(actors.kecamatanOfficer("35.07.01"));

        assertThat(api.get(elsewhere, path).is(404).code()).isEqualTo("not-found");
    }

    @Test
    void a_verifier_s_token_does_not_decide_though_its_person_may() {
        Actor camat = actors.camat(KEPANJEN);
        String path = ApiJourneyTest.handedIn(api, api.token(actors.kecamatanOfficer(KEPANJEN)), "Kripik Cakupan");
        String token = api.token(camat, Permission.SEE_APPLICATIONS, Permission.VERIFY_APPLICATION);
        api.call(
                        token,
                        "POST",
                        path + "/actions/verify",
                        Map.of(),
                        "If-Match",
                        api.get(token, path).etag())
                .is(200);

        assertThat(api.call(
                                token,
                                "POST",
                                path + "/actions/issue",
                                Map.of(),
                                "If-Match",
                                api.get(token, path).etag())
                        .is(403)
                        .code())
                .isEqualTo("scope-missing");
    }

    @Test
    void ends_with_the_account_its_sessions_its_day_and_its_revocation() {
        Actor administrator = actors.administrator();
        Actor disabled = actors.kecamatanOfficer(KEPANJEN);
        String ofDisabled = api.token(disabled);
        Actor renewed = actors.kecamatanOfficer(KEPANJEN);
        String ofRenewed = api.token(renewed);
        String old = api.token(actors.kecamatanOfficer(KEPANJEN));
        String revoked = api.token(actors.kecamatanOfficer(KEPANJEN));
        api.get(ofDisabled, "/api/v1/me").is(200);
        api.get(ofRenewed, "/api/v1/me").is(200);
        String id = api.get(revoked, "/api/v1/me").is(200).json().get("token").asString();

        CurrentActor.runAs(administrator, () -> accounts.disable(disabled.account()));
        database.sql("update identity.account set session_epoch = session_epoch + 1 where id = :id")
                .param("id", renewed.account())
                .update();
        api.call(revoked, "DELETE", "/api/v1/tokens/" + id, null).is(204);

        for (String ended : List.of(ofDisabled, ofRenewed, revoked)) {
            assertThat(api.get(ended, "/api/v1/me").is(401).code()).isEqualTo("token-not-valid");
        }
        api.get(old, "/api/v1/me").is(200);
        clock.moveTo(LocalDate.of(2026, 12, 25));
        assertThat(api.get(old, "/api/v1/me").is(401).code()).isEqualTo("token-not-valid");
    }

    @Test
    void is_taken_from_the_header_only_and_kept_as_a_hash_only() {
        String token = api.token(actors.kecamatanOfficer(KEPANJEN));

        assertThat(api.get(null, "/api/v1/me?access_token=" + token).is(401).code())
                .isEqualTo("token-missing");
        assertThat(api.get(null, "/api/v1/me").is(401).headers().get("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(database.sql("select count(*) from api.token t where t::text like '%' || :secret || '%'")
                        .param("secret", token.substring(4, 40))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void cannot_be_given_what_its_person_has_not_nor_live_longer_than_a_year() {
        Actor officer = actors.kecamatanOfficer(KEPANJEN);
        LocalDate soon = LocalDate.of(2026, 12, 31);

        CurrentActor.runAs(officer, () -> {
            assertThatThrownBy(() -> tokens.make("x", Set.of("CHANGE_LICENCE"), soon))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> tokens.make("x", Set.of("SEE_REGISTER"), LocalDate.of(2027, 11, 30)))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> tokens.make("x", Set.of("SEE_REGISTER"), null))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> tokens.make(" ", Set.of("SEE_REGISTER"), soon))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> tokens.make("x", Set.of(), soon)).isInstanceOf(Invalid.class);
        });
    }

    @Test
    void is_slowed_down_when_it_asks_without_end() {
        String token = api.token(actors.kecamatanOfficer(KEPANJEN), Permission.SEE_REGISTER);
        String other = api.token(actors.kecamatanOfficer(KEPANJEN), Permission.SEE_REGISTER);
        String id = api.get(token, "/api/v1/me").is(200).json().get("token").asString();

        limits.spend(id);

        assertThat(api.get(token, "/api/v1/tokens").is(429).headers()).containsEntry("Retry-After", "60");
        api.get(other, "/api/v1/tokens").is(200);
    }

    @Test
    void is_made_by_somebody_who_has_just_shown_a_factor() {
        Actor officer = actors.kecamatanOfficer(KEPANJEN);

        ApiClient.Answer asked = api.send(post("/akun/saya/token")
                        .with(signedInLongAgo(officer))
                        .param("name", "Antrean")
                        .param("scopes", "SEE_APPLICATIONS")
                        .param("expires", "2027-01-31"))
                .is(302);

        assertThat(asked.headers().get("Location")).startsWith("/masuk/lagi?");
        assertThat(CurrentActor.runAs(officer, () -> tokens.own())).isEmpty();
    }

    @Test
    void stands_in_the_audit_beside_what_was_changed_by_it() {
        Actor officer = actors.kecamatanOfficer(KEPANJEN);
        String token = api.token(officer);
        String id = api.get(token, "/api/v1/me").is(200).json().get("token").asString();

        api.post(token, "/api/v1/applications", Map.of("kecamatan", KEPANJEN)).is(201);

        List<String> sessions = Sight.system(
                "a test reads the audit",
                () -> transaction.execute(status -> database.sql("""
                        select distinct session
                          from identity.audit_entry
                         where actor = :actor
                           and record = 'licensing.application'
                           and action = 'INSERT'
                        """)
                        .param("actor", officer.account())
                        .query(String.class)
                        .list()));
        assertThat(sessions).containsExactly("token " + id);
    }

    @Test
    void the_page_shows_the_token_once() {
        Actor officer = actors.kecamatanOfficer(KEPANJEN);
        Document made = Jsoup.parse(api.send(post("/akun/saya/token")
                        .with(signedIn(officer))
                        .param("name", "Antrean")
                        .param("scopes", "SEE_APPLICATIONS")
                        .param("expires", "2027-01-31"))
                .is(200)
                .text());
        String token = made.select("#made").attr("value");

        api.get(token, "/api/v1/applications").is(200);
        Document later = Jsoup.parse(
                api.send(get("/akun/saya/token").with(signedIn(officer))).text());
        assertThat(later.text())
                .contains("Antrean")
                .contains("Melihat permohonan")
                .doesNotContain(token);
        String revoke = later.select("form[action$=/cabut]").attr("action");
        api.send(post(revoke).with(signedIn(officer))).is(302);
        api.get(token, "/api/v1/applications").is(401);
        Document wrong = Jsoup.parse(api.send(post("/akun/saya/token").with(signedIn(officer)))
                .is(422)
                .text());
        assertThat(wrong.select(".error")).hasSize(3);
    }
}
