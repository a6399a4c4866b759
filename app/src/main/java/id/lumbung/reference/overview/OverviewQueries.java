package id.lumbung.reference.overview;

import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliVersion;
import id.lumbung.reference.page.OverviewPage;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of what is loaded. */
@Component
class OverviewQueries {

    private static final String REGIONS = """
            select count(*) filter (where level = 'PROVINCE') as provinces,
                   count(*) filter (where level = 'REGENCY') as regencies,
                   count(*) filter (where level = 'KECAMATAN') as kecamatan,
                   count(*) filter (where level = 'VILLAGE') as villages,
                   (select count(*) from reference.region_alias) as aliases,
                   (select count(*) from reference.region_bps) as bps_codes
              from reference.region
            """;

    private static final String CODES = """
            select count(*) as codes, count(*) filter (where description <> '') as described
              from reference.kbli_code
             where version = :version
            """;

    private final JdbcClient jdbc;
    private final Kbli kbli;

    OverviewQueries(JdbcClient jdbc, Kbli kbli) {
        this.jdbc = jdbc;
        this.kbli = kbli;
    }

    OverviewPage.Regions regions() {
        return jdbc.sql(REGIONS)
                .query((row, n) -> new OverviewPage.Regions(
                        row.getLong("provinces"),
                        row.getLong("regencies"),
                        row.getLong("kecamatan"),
                        row.getLong("villages"),
                        row.getLong("aliases"),
                        row.getLong("bps_codes")))
                .single();
    }

    List<OverviewPage.Edition> editions() {
        return kbli.versions().stream().map(this::edition).toList();
    }

    private OverviewPage.Edition edition(KbliVersion version) {
        return jdbc.sql(CODES)
                .param("version", version.code())
                .query((row, n) -> new OverviewPage.Edition(version, row.getLong("codes"), row.getLong("described")))
                .single();
    }
}
