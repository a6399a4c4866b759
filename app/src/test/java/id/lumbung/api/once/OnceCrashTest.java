package id.lumbung.api.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A crash between the work and its answer undoes both. */
@LumbungTest
class OnceCrashTest {
    @Autowired
    private Once once;

    @Autowired
    private JdbcClient database;

    /** Stands for the process that ends. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void work(UUID id) {
        database.sql("""
                        insert into api.token (id, account, name, secret_hash, scopes, epoch, created_at, expires_at)
                        values (:id, :id, 'kerja', :hash, '{}', 0, :now, :later)
                        """)
                .param("id", id)
                .param("hash", id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .param("now", Sql.at(Instant.parse("2026-11-24T02:00:00Z")))
                .param("later", Sql.at(Instant.parse("2026-12-24T02:00:00Z")))
                .update();
    }

    private long done(UUID id) {
        return database.sql("select count(*) from api.token where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Test
    void neither_the_work_nor_the_note_of_it_outlives_a_crash_between_them() {
        Once.Asked asked = new Once.Asked("token:" + Ids.next(), "k", new byte[] {1});
        UUID first = Ids.next();
        UUID second = Ids.next();

        assertThatThrownBy(() -> once.answer(asked, () -> {
                    work(first);
                    throw new Crash();
                }))
                .isInstanceOf(Crash.class);
        Once.Answer answer = once.answer(asked, () -> {
            work(second);
            return new Once.Answer(200, Map.of(), new byte[] {7}, false);
        });
        Once.Answer again = once.answer(asked, () -> {
            throw new IllegalStateException("done already");
        });

        assertThat(done(first)).isZero();
        assertThat(done(second)).isEqualTo(1);
        assertThat(answer.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(new byte[] {7});
    }

    @Test
    void an_answer_of_no_success_takes_its_work_back() {
        Once.Asked asked = new Once.Asked("token:" + Ids.next(), "k", new byte[] {1});
        UUID id = Ids.next();

        once.answer(asked, () -> {
            work(id);
            return new Once.Answer(422, Map.of(), new byte[0], false);
        });

        assertThat(done(id)).isZero();
    }
}
