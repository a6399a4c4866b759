package id.lumbung.reference.kbli;

import id.lumbung.reference.Sectors;
import id.lumbung.reference.page.KbliCodePage;
import id.lumbung.reference.page.KbliPage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the KBLI pages ask. */
@Component
public class KbliQueries {

    private static final String LIST = """
            select code, title, description <> '' as described
              from reference.kbli_code
             where version = :version
             order by code
             limit :limit offset :offset
            """;

    private static final String WORDS = """
            select id, words, origin
              from reference.kbli_words
             where version = :version
               and code = :code
             order by entered_at, id
             limit 100
            """;

    private final JdbcClient jdbc;
    private final Sectors sectors;

    public KbliQueries(JdbcClient jdbc, Sectors sectors) {
        this.jdbc = jdbc;
        this.sectors = sectors;
    }

    public Map<String, Long> codesPerVersion() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select version, count(*) as n from reference.kbli_code group by version")
                .query((row, n) -> counts.put(row.getString("version"), row.getLong("n")))
                .list();
        return counts;
    }

    public List<KbliPage.Line> list(String version, int page) {
        return jdbc
                .sql(LIST)
                .param("version", version)
                .param("limit", KbliPage.PAGE_SIZE)
                .param("offset", (page - 1) * KbliPage.PAGE_SIZE)
                .query((row, n) -> new KbliPage.Line(
                        row.getString("code"), row.getString("title"), List.of(), row.getBoolean("described")))
                .list()
                .stream()
                .map(line -> new KbliPage.Line(
                        line.code(), line.title(), sectors.sectorsOf(version, line.code()), line.described()))
                .toList();
    }

    public String description(String version, String code) {
        return jdbc.sql("select description from reference.kbli_code where version = :version and code = :code")
                .param("version", version)
                .param("code", code)
                .query(String.class)
                .optional()
                .orElse("");
    }

    public List<KbliCodePage.Words> words(String version, String code) {
        return jdbc.sql(WORDS)
                .param("version", version)
                .param("code", code)
                .query((row, n) -> new KbliCodePage.Words(
                        row.getString("id"),
                        row.getString("words"),
                        row.getString("origin").startsWith(KbliStartLoading.ORIGIN)
                                ? KbliStartLoading.ORIGIN
                                : row.getString("origin"),
                        !row.getString("origin").startsWith(KbliStartLoading.ORIGIN)))
                .list();
    }
}
