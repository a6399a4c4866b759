package id.lumbung.reference.kbli;

import id.lumbung.platform.Ids;
import id.lumbung.reference.Changes;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyday words an administrator gives a code, so that the next officer finds it. */
@Component
public class KbliWords {

    private final JdbcClient jdbc;
    private final Changes changes;

    public KbliWords(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Transactional
    public void add(String version, String code, String words) {
        jdbc.sql("""
                        insert into reference.kbli_words (id, version, code, words, origin)
                        values (:id, :version, :code, :words, :origin)
                        """)
                .param("id", Ids.next())
                .param("version", version)
                .param("code", code)
                .param("words", words)
                .param("origin", changes.actor())
                .update();
        changed();
        changes.record("kbli", "reference.change.words-added", version, code, words);
    }

    /** Takes words away again; those of the starting list come with the program and stay. */
    @Transactional
    public void remove(String version, String code, UUID id) {
        int removed = jdbc.sql("""
                        delete from reference.kbli_words
                         where id = :id and version = :version and code = :code and origin not like :start
                        """)
                .param("id", id)
                .param("version", version)
                .param("code", code)
                .param("start", KbliStartLoading.ORIGIN + "%")
                .update();
        if (removed == 1) {
            changed();
            changes.record("kbli", "reference.change.words-removed", version, code);
        }
    }

    private void changed() {
        jdbc.sql("update reference.kbli_revision set revision = revision + 1").update();
    }
}
