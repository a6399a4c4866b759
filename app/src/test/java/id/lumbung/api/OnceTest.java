package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.TestActors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same request sent twice does its work once. */
@LumbungTest
class OnceTest {
    private static final String PATH = "/api/v1/applications";
    private static final Map<String, String> DRAFT = Map.of("kecamatan", "35.07.13");

    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ApiClient.Answer begin(String token, String key, Object body) {
        return api.call(token, "POST", PATH, body, "Idempotency-Key", key);
    }

    private static int drafts(ApiClient api, String token) {
        return api.get(token, PATH + "/work-list")
                .json()
                .get("counts")
                .get("drafts")
                .asInt();
    }

    @Test
    void the_same_again_gets_the_same_answer() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        ApiClient.Answer first = begin(token, "a-1", DRAFT).is(201);
        ApiClient.Answer second = begin(token, "a-1", DRAFT).is(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers())
                .containsEntry("Idempotency-Replayed", "true")
                .containsEntry("Location", first.headers().get("Location"))
                .containsEntry("ETag", first.etag());
        assertThat(drafts(api, token)).isEqualTo(1);
    }

    @Test
    void a_key_is_for_one_request_of_one_token() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        begin(token, "b-1", DRAFT).is(201);

        assertThat(begin(token, "b-1", Map.of("kecamatan", "35.07.13", "regime", "IUMK"))
                        .is(422)
                        .code())
                .isEqualTo("key-used-otherwise");
        begin(api.token(actors.kecamatanOfficer("35.07.13")), "b-1", DRAFT).is(201);
        assertThat(drafts(api, token)).isEqualTo(1);
    }

    @Test
    void every_post_needs_a_key_that_can_be_read() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));

        for (String key : List.of("", "a b", "x".repeat(101), "ä")) {
            assertThat(begin(token, key, DRAFT).is(400).code()).isEqualTo("key-missing");
        }
        assertThat(drafts(api, token)).isZero();
    }

    @Test
    void what_was_refused_may_be_mended_under_the_same_key() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        begin(token, "c-1", Map.of("kecamatan", "35.07.13.2012")).is(422);

        begin(token, "c-1", DRAFT).is(201);
        assertThat(drafts(api, token)).isEqualTo(1);
    }

    @Test
    void after_a_day_a_key_is_new_again() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        begin(token, "d-1", DRAFT).is(201);
        clock.moveTo(TestClock.START.plus(Duration.ofHours(23)));
        assertThat(begin(token, "d-1", DRAFT).headers()).containsKey("Idempotency-Replayed");
        clock.moveTo(TestClock.START.plus(Duration.ofHours(25)));

        assertThat(begin(token, "d-1", DRAFT).is(201).headers()).doesNotContainKey("Idempotency-Replayed");
        assertThat(drafts(api, token)).isEqualTo(2);
    }

    @Test
    void of_many_at_the_same_moment_one_works_and_all_get_its_answer() throws Exception {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ApiClient.Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return begin(token, "e-1", DRAFT);
                }));
            }
            start.countDown();
            Set<String> bodies = new java.util.HashSet<>();
            for (Future<ApiClient.Answer> answer : answers) {
                bodies.add(answer.get().is(201).text());
            }
            assertThat(bodies).hasSize(1);
        }
        assertThat(drafts(api, token)).isEqualTo(1);
    }

    @Test
    void the_answer_is_kept_sealed() {
        String token = api.token(actors.kecamatanOfficer("35.07.13"));
        String path = ApiJourneyTest.handedIn(api, token, "Rahasia Tersegel");
        String key = UUID.randomUUID().toString();
        String code = api.call(token, "POST", path + "/case-code", null, "Idempotency-Key", key)
                .is(200)
                .json()
                .get("caseCode")
                .asString();

        String kept = database.sql("select encode(body, 'escape') from api.answer where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(code);
        assertThat(database
                        .sql("select headers from api.answer where key = :key")
                        .param("key", key)
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.joining()))
                .contains("application/json");
    }
}
