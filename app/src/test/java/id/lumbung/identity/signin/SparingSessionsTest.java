package id.lumbung.identity.signin;

import static id.lumbung.identity.signin.TestSignIn.attempt;
import static id.lumbung.identity.signin.TestSignIn.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@LumbungTest
class SparingSessionsTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SparingSessions<?> sessions;

    @Test
    void that_a_session_is_in_use_is_written_down_once_a_minute() throws Exception {
        Cookie cookie = signedIn("10.0.9.1");
        Instant before = lastUsed(cookie);

        browser.perform(get("/akun/saya").cookie(cookie)).andExpect(status().isOk());
        assertThat(lastUsed(cookie)).isEqualTo(before);

        Instant longAgo = before.minus(Duration.ofSeconds(90));
        database.sql("update identity.spring_session set last_access_time = :then where session_id = :id")
                .param("then", longAgo.toEpochMilli())
                .param("id", id(cookie))
                .update();
        browser.perform(get("/akun/saya").cookie(cookie)).andExpect(status().isOk());
        assertThat(lastUsed(cookie)).isAfterOrEqualTo(before);
    }

    @Test
    void a_request_does_not_read_again_what_it_kept_and_the_next_one_does() throws Exception {
        Cookie cookie = signedIn("10.0.9.2");

        try (SparingSessions.Request ignored = SparingSessions.Request.begin()) {
            keep(sessions, id(cookie));
            sessionEndedElsewhere(cookie);
            assertThat(sessions.findById(id(cookie))).isNotNull();
        }
        assertThat(sessions.findById(id(cookie))).isNull();
        browser.perform(get("/akun/saya").cookie(cookie)).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_request_that_ends_its_session_does_not_find_it_again() throws Exception {
        Cookie cookie = signedIn("10.0.9.3");

        try (SparingSessions.Request ignored = SparingSessions.Request.begin()) {
            keep(sessions, id(cookie));
            sessions.deleteById(id(cookie));
            assertThat(sessions.findById(id(cookie))).isNull();
        }
    }

    private static <S extends org.springframework.session.Session> void keep(SparingSessions<S> sessions, String id) {
        SparingSessions.Sparing<S> found = sessions.findById(id);
        assertThat(found).isNotNull();
        sessions.save(found);
    }

    private Cookie signedIn(String address) throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        return session(browser.perform(attempt(actors.signInNameOf(siti), TestActors.PASSWORD, address))
                .andReturn());
    }

    private void sessionEndedElsewhere(Cookie cookie) {
        database.sql("delete from identity.spring_session where session_id = :id")
                .param("id", id(cookie))
                .update();
    }

    private Instant lastUsed(Cookie cookie) {
        return Instant.ofEpochMilli(
                database.sql("select last_access_time from identity.spring_session where session_id = :id")
                        .param("id", id(cookie))
                        .query(Long.class)
                        .single());
    }

    private static String id(Cookie cookie) {
        return new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
    }
}
