package id.lumbung.reference;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The office's sectors and how KBLI codes belong to them, n:m and separately for each KBLI version. */
@Component
public class Sectors {

    private static final String ALL = """
            select code, name_id, name_en
              from reference.sector
             where retired_on is null
             order by position, code
             limit 200
            """;

    /** Rules name a beginning of a code; the longest beginning that matches decides, and may name several sectors. */
    private static final String OF_KBLI = """
            select sector
              from reference.sector_kbli
             where version = :version
               and :code like kbli_prefix || '%'
               and length(kbli_prefix) = (select max(length(kbli_prefix))
                                            from reference.sector_kbli
                                           where version = :version
                                             and :code like kbli_prefix || '%')
             order by sector
            """;

    private final JdbcClient jdbc;

    public Sectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Sector> all() {
        return jdbc.sql(ALL).query((row, n) -> sector(row)).list();
    }

    public Optional<Sector> find(String code) {
        return jdbc.sql("select code, name_id, name_en from reference.sector where code = :code")
                .param("code", code)
                .query((row, n) -> sector(row))
                .optional();
    }

    public Set<String> ofKbli(String version, String code) {
        return new LinkedHashSet<>(jdbc.sql(OF_KBLI)
                .param("version", version)
                .param("code", code)
                .query(String.class)
                .list());
    }

    /** The sectors of a code, in the office's order. */
    public List<Sector> sectorsOf(String version, String code) {
        return named(ofKbli(version, code));
    }

    /** These codes as sectors, in the office's order. */
    public List<Sector> named(Set<String> codes) {
        return everyone().stream()
                .filter(sector -> codes.contains(sector.code()))
                .toList();
    }

    private List<Sector> everyone() {
        return jdbc.sql("select code, name_id, name_en from reference.sector order by position, code")
                .query((row, n) -> sector(row))
                .list();
    }

    /** True when every one of these codes is a sector, retired ones included. */
    public boolean knows(Set<String> codes) {
        if (codes.isEmpty()) {
            return true;
        }
        List<String> known = jdbc.sql("select code from reference.sector where code in (:codes)")
                .param("codes", codes)
                .query(String.class)
                .list();
        return new HashSet<>(known).containsAll(codes);
    }

    private static Sector sector(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Sector(row.getString("code"), row.getString("name_id"), row.getString("name_en"));
    }
}
