package id.lumbung.reference.region;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the region table on the first start from the CSV files of npm idn-area-data 4.0.1, which the build puts on the
 * class path, and refuses to start with any other edition: an unpinned install on an older Node silently gives the
 * codes of an older decree.
 */
@Component
@DependsOnDatabaseInitialization
public class RegionLoading implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RegionLoading.class);
    private static final Map<RegionLevel, Integer> EXPECTED = new EnumMap<>(Map.of(
            RegionLevel.PROVINCE, 38,
            RegionLevel.REGENCY, 514,
            RegionLevel.KECAMATAN, 7_285,
            RegionLevel.VILLAGE, 83_762));

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;

    public RegionLoading(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // a second process that starts at the same moment waits here and then finds the table filled
            jdbc.sql("select pg_advisory_xact_lock(hashtext('reference.region'))")
                    .query((row, n) -> 0)
                    .list();
            boolean empty = jdbc.sql("select not exists (select 1 from reference.region)")
                    .query(Boolean.class)
                    .single();
            if (empty) {
                load();
            }
            check(counted());
        });
    }

    private void load() {
        long begun = System.nanoTime();
        StringBuilder rows = new StringBuilder(6_000_000);
        read("provinces", RegionLevel.PROVINCE, rows);
        read("regencies", RegionLevel.REGENCY, rows);
        read("districts", RegionLevel.KECAMATAN, rows);
        read("villages", RegionLevel.VILLAGE, rows);
        copy(rows.toString());
        LOG.info("regions loaded in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    private static void read(String file, RegionLevel level, StringBuilder rows) {
        String name = "/reference/" + file + ".csv";
        try (InputStream stream = RegionLoading.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The region list " + name
                        + " is missing from this build. It comes from npm idn-area-data@4.0.1: run the web build (npm ci and"
                        + " node build.mjs in app/web) and build again.");
            }
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord row : reader) {
                    Region region = region(row.getField("code"), row.getField("name"), level);
                    rows.append(region.code()).append('\t');
                    rows.append(region.name().replace("\\", "\\\\").replace("\t", " "))
                            .append('\t');
                    rows.append(level.name()).append('\t');
                    rows.append(region.kind()).append('\t');
                    rows.append(region.parentCode()).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Region region(String code, String name, RegionLevel level) {
        String plain = name.strip().replaceAll("\\s+", " ");
        String kind = switch (level) {
            case PROVINCE -> "Provinsi";
            case REGENCY -> plain.toLowerCase(Locale.ROOT).startsWith("kota ") ? "Kota" : "Kabupaten";
            case KECAMATAN -> "Kecamatan";
            // 1xxx kelurahan, 2xxx desa
            case VILLAGE -> code.charAt(code.lastIndexOf('.') + 1) == '1' ? "Kelurahan" : "Desa";
        };
        return new Region(code, plain, level, kind);
    }

    private void copy(String rows) {
        java.sql.Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy reference.region (code, name, level, kind, parent) from stdin",
                            new StringReader(rows),
                            1 << 16);
        } catch (SQLException e) {
            throw new IllegalStateException("the region list could not be stored", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private Map<RegionLevel, Integer> counted() {
        Map<RegionLevel, Integer> counts = new EnumMap<>(RegionLevel.class);
        jdbc.sql("select level, count(*) as regions from reference.region group by level")
                .query((row, n) -> counts.put(RegionLevel.valueOf(row.getString("level")), row.getInt("regions")))
                .list();
        return counts;
    }

    /** The edition is recognised by its counts: 38 provinces, 514 regencies, 7,285 kecamatan, 83,762 villages. */
    public static void check(Map<RegionLevel, Integer> counts) {
        if (!counts.equals(EXPECTED)) {
            throw new IllegalStateException(
                    "The region list is not the edition of Kepmendagri 300.2.2-2430/2025: expected "
                            + EXPECTED + " but found " + counts
                            + ". Install idn-area-data exactly as 4.0.1 and build again; Lumbung does not start with other codes.");
        }
    }
}
