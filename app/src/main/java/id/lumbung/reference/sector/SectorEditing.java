package id.lumbung.reference.sector;

import id.lumbung.reference.Changes;
import id.lumbung.reference.Sector;
import id.lumbung.reference.page.SectorPage;
import id.lumbung.reference.page.SectorsPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the office's taxonomy. A sector is retired, never removed: enterprises may carry it. */
@Component
public class SectorEditing {

    private static final String LINES = """
            select s.code, s.name_id, s.name_en, s.retired_on is not null as retired,
                   (select count(*) from reference.sector_kbli k where k.sector = s.code and k.version = '2020') as rules2020,
                   (select count(*) from reference.sector_kbli k where k.sector = s.code and k.version = '2025') as rules2025
              from reference.sector s
             order by s.retired_on is not null, s.position, s.code
             limit 200
            """;

    private static final String RULES = """
            select k.version, k.kbli_prefix, coalesce(c.title, '') as title
              from reference.sector_kbli k
              left join reference.kbli_code c on c.version = k.version and c.code = k.kbli_prefix
             where k.sector = :sector
             order by k.version desc, k.kbli_prefix
             limit 2000
            """;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    public SectorEditing(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    public List<SectorsPage.Line> lines() {
        return jdbc.sql(LINES)
                .query((row, n) -> new SectorsPage.Line(
                        new Sector(row.getString("code"), row.getString("name_id"), row.getString("name_en")),
                        row.getBoolean("retired"),
                        row.getLong("rules2020"),
                        row.getLong("rules2025")))
                .list();
    }

    public List<SectorPage.Rule> rules(String sector) {
        return jdbc.sql(RULES)
                .param("sector", sector)
                .query((row, n) -> new SectorPage.Rule(
                        row.getString("version"), row.getString("kbli_prefix"), row.getString("title")))
                .list();
    }

    public boolean retired(String sector) {
        return jdbc.sql("select retired_on is not null from reference.sector where code = :code")
                .param("code", sector)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Transactional
    public void add(Sector sector) {
        jdbc.sql("""
                        insert into reference.sector (code, name_id, name_en, position)
                        values (:code, :id, :en, (select coalesce(max(position), 0) + 1 from reference.sector))
                        """)
                .param("code", sector.code())
                .param("id", sector.nameId())
                .param("en", sector.nameEn())
                .update();
        changes.record("sektor", "reference.change.sector-added", sector.nameId());
    }

    @Transactional
    public void rename(Sector sector) {
        jdbc.sql("update reference.sector set name_id = :id, name_en = :en where code = :code")
                .param("code", sector.code())
                .param("id", sector.nameId())
                .param("en", sector.nameEn())
                .update();
        changes.record("sektor", "reference.change.sector-renamed", sector.code(), sector.nameId());
    }

    @Transactional
    public void retire(String code, boolean retired) {
        jdbc.sql("update reference.sector set retired_on = :day where code = :code")
                .param("code", code)
                .param("day", retired ? LocalDate.now(clock) : null, java.sql.Types.DATE)
                .update();
        if (retired) {
            changes.record("sektor", "reference.change.sector-retired", code);
        } else {
            changes.record("sektor", "reference.change.sector-restored", code);
        }
    }

    @Transactional
    public void addRule(String sector, String version, String prefix) {
        jdbc.sql("""
                        insert into reference.sector_kbli (sector, version, kbli_prefix)
                        values (:sector, :version, :prefix)
                        on conflict do nothing
                        """)
                .param("sector", sector)
                .param("version", version)
                .param("prefix", prefix)
                .update();
        changes.record("sektor", "reference.change.rule-added", sector, version, prefix);
    }

    @Transactional
    public void removeRule(String sector, String version, String prefix) {
        jdbc.sql("""
                        delete from reference.sector_kbli
                         where sector = :sector and version = :version and kbli_prefix = :prefix
                        """)
                .param("sector", sector)
                .param("version", version)
                .param("prefix", prefix)
                .update();
        changes.record("sektor", "reference.change.rule-removed", sector, version, prefix);
    }
}
