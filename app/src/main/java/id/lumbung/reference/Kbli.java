package id.lumbung.reference;

import id.lumbung.reference.kbli.KbliSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * KBLI codes by (version, code) and by everyday words. What a (version, code) once meant never changes and never goes:
 * enterprises carry it.
 */
@Component
public class Kbli {

    private static final String VERSIONS = """
            select code, valid_from, valid_to, align_by, legal_source
              from reference.kbli_version
             order by valid_from desc
             limit 20
            """;

    private static final String FIND = """
            select version, code, title
              from reference.kbli_code
             where version = :version
               and code = :code
            """;

    private final JdbcClient jdbc;
    private final KbliSearch search;
    private final Sectors sectors;

    public Kbli(JdbcClient jdbc, KbliSearch search, Sectors sectors) {
        this.jdbc = jdbc;
        this.search = search;
        this.sectors = sectors;
    }

    public Optional<KbliCode> find(String version, String code) {
        return jdbc.sql(FIND)
                .param("version", version)
                .param("code", code)
                .query((row, n) ->
                        new KbliCode(row.getString("version"), row.getString("code"), row.getString("title")))
                .optional();
    }

    /** Codes for what people say they do ("jual bakso keliling"), or for the first digits of a code. */
    public List<KbliHit> search(String words, String version, int limit) {
        return search.index().search(words, version, limit).stream()
                .map(hit -> hit.entry())
                .map(entry -> new KbliHit(
                        new KbliCode(entry.version(), entry.code(), entry.title()),
                        sectors.ofKbli(entry.version(), entry.code())))
                .toList();
    }

    public List<KbliVersion> versions() {
        return jdbc.sql(VERSIONS).query(Kbli::version).list();
    }

    /** The version in force on a day; the oldest known one for days before all of them. */
    public KbliVersion versionInForce(LocalDate day) {
        List<KbliVersion> newestFirst = versions();
        return newestFirst.stream()
                .filter(version -> !day.isBefore(version.from()))
                .findFirst()
                .orElseGet(newestFirst::getLast);
    }

    private static KbliVersion version(ResultSet row, int number) throws SQLException {
        return new KbliVersion(
                row.getString("code"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("align_by", LocalDate.class),
                row.getString("legal_source"));
    }
}
