package id.lumbung.platform.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.stereotype.Component;

/**
 * Leaves a module's schema alone when a newer version has already migrated it. Without this an old process that is
 * started again in the middle of an upgrade would lay its old views over the new ones.
 */
@Component
class SchemaAhead implements MigrationFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaAhead.class);
    private static final String ROOT = "__root";

    private final ResourcePatternResolver files;

    SchemaAhead(ResourcePatternResolver files) {
        this.files = files;
    }

    @Override
    public boolean shouldMigrate(ApplicationModuleIdentifier module, Flyway flyway) {
        String name = module.toString();
        int known = known(name);
        DataSource owner = flyway.getConfiguration().getDataSource();
        String table = flyway.getConfiguration().getTable() + (name.equals(ROOT) ? "" : "_" + name);
        int applied = applied(new JdbcTemplate(owner), table);
        if (applied <= known) {
            return true;
        }
        LOG.warn(
                "the schema of {} is newer ({}) than this version knows ({}); it is left as it is",
                name,
                applied,
                known);
        return false;
    }

    private int known(String module) {
        try {
            return Arrays.stream(files.getResources("classpath*:db/migration/" + module.replace('.', '/') + "/V*.sql"))
                    .mapToInt(file -> numberOf(String.valueOf(file.getFilename())))
                    .max()
                    .orElse(0);
        } catch (FileNotFoundException none) {
            return 0;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static int numberOf(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    private static int applied(JdbcTemplate database, String table) {
        Boolean there = database.queryForObject(
                "select to_regclass('public.' || quote_ident(?)) is not null", Boolean.class, table);
        if (!Boolean.TRUE.equals(there)) {
            return 0;
        }
        Integer newest = database.queryForObject(
                "select coalesce(max(version::int), 0) from public.\"" + table.replace("\"", "")
                        + "\" where success and version ~ '^\\d+$'",
                Integer.class);
        return newest == null ? 0 : newest;
    }
}
