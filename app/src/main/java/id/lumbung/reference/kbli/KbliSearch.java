package id.lumbung.reference.kbli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the in-memory index in step with the table: every change of a list raises reference.kbli_revision, so a second
 * process on the same database notices as well.
 */
@Component
public class KbliSearch {

    private static final String ENTRIES = """
            select c.version, c.code, c.title, c.description,
                   coalesce((select string_agg(w.words, ' ' order by w.entered_at, w.id)
                               from reference.kbli_words w
                              where w.version = c.version and w.code = c.code), '') as words
              from reference.kbli_code c
             order by c.version, c.code
            """;

    private record Built(long revision, KbliIndex index) {}

    private final JdbcClient jdbc;
    private final EverydayWords everyday = EverydayWords.load();
    private volatile @Nullable Built built;

    public KbliSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public KbliIndex index() {
        long revision = jdbc.sql("select revision from reference.kbli_revision")
                .query(Long.class)
                .single();
        Built now = built;
        if (now == null || now.revision() != revision) {
            now = rebuild(revision);
        }
        return now.index();
    }

    private synchronized Built rebuild(long revision) {
        Built now = built;
        if (now == null || now.revision() != revision) {
            List<KbliEntry> entries = jdbc.sql(ENTRIES)
                    .query((row, n) -> new KbliEntry(
                            row.getString("version"),
                            row.getString("code"),
                            row.getString("title"),
                            row.getString("words"),
                            row.getString("description")))
                    .list();
            now = new Built(revision, new KbliIndex(entries, everyday));
            built = now;
        }
        return now;
    }
}
