package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A module's SQL names its own schema, the functions of {@code platform}, and what other modules offer: views and
 * functions whose names begin with {@code pub_}. Modulith cannot look into strings, so this does.
 */
class SqlBoundaryTest {
    private static final Set<String> SCHEMAS = Set.of(
            "platform", "reference", "identity", "registry", "licensing", "api", "privacy", "intake", "matching");
    private static final Pattern NAME = Pattern.compile(
            "\\b(platform|reference|identity|registry|licensing|api|privacy|intake|matching)\\.([a-z_][a-z0-9_]*)(\\s*\\()?");
    private static final Pattern SQL = Pattern.compile(
            "(?is).*\\b(select\\s|insert\\s+into\\s|update\\s+\\S+\\s+set|delete\\s+from\\s|from\\s+\\w+\\.|join\\s+\\w+\\.|truncate\\s|copy\\s).*");
    /** Spring Modulith's log of events, which the application reads to show what is stuck. */
    private static final Set<String> OPEN_TO_ALL = Set.of("platform.event_publication");

    @Test
    void the_sql_of_a_module_names_no_table_of_another_module() {
        List<String> violations = new ArrayList<>();
        int[] statements = {0};

        Sources.read("src/main/java/id/lumbung", ".java").forEach((file, source) -> {
            if (file.contains("/")) {
                String module = file.substring(0, file.indexOf('/'));
                for (String literal : Sources.literalsOf(source)) {
                    if (SQL.matcher(literal).matches()) {
                        statements[0]++;
                        foreignNames(module, literal).forEach(name -> violations.add(file + ": " + name));
                    }
                }
            }
        });

        assertThat(statements[0]).as("statements found").isGreaterThan(50);
        assertThat(violations)
                .as("read another module through its pub_ views, its pub_ functions or its Java API")
                .isEmpty();
    }

    @Test
    void the_migrations_of_a_module_name_no_table_of_another_module() {
        List<String> violations = new ArrayList<>();

        Map<String, String> migrations = Sources.read("src/main/resources/db/migration", ".sql");
        migrations.forEach((file, sql) -> {
            String folder = file.substring(0, file.indexOf('/'));
            String module = folder.equals("__root") ? "platform" : folder;
            foreignNames(module, sql).forEach(name -> violations.add(file + ": " + name));
        });

        assertThat(migrations).hasSizeGreaterThan(4);
        assertThat(violations).isEmpty();
    }

    @Test
    void a_foreign_table_is_noticed() {
        assertThat(foreignNames("licensing", "select e.name from registry.enterprise e where e.id = :id"))
                .containsExactly("registry.enterprise");
        assertThat(
                        foreignNames(
                                "licensing",
                                "select name from registry.pub_enterprise where platform.visible(region_code) -- registry.person"))
                .isEmpty();
        assertThat(foreignNames("licensing", "select 'registry.person' from licensing.application"))
                .isEmpty();
        assertThat(foreignNames("registry", "select * from platform.secret")).containsExactly("platform.secret");
    }

    /** Schemas that exist but that this test does not know would pass unseen. */
    @Test
    void every_schema_is_known_here() {
        Pattern created = Pattern.compile("create schema (?:if not exists )?(\\w+)");
        List<String> schemas = Sources.read("src/main/resources/db/migration", ".sql").values().stream()
                .flatMap(sql -> created.matcher(sql).results().map(found -> found.group(1)))
                .toList();

        assertThat(schemas).containsExactlyInAnyOrderElementsOf(SCHEMAS);
    }

    private static List<String> foreignNames(String module, String statement) {
        String bare = statement
                .replaceAll("(?m)--.*$", "")
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("'(?:[^']|'')*'", "''")
                .toLowerCase(Locale.ROOT);
        List<String> foreign = new ArrayList<>();
        Matcher names = NAME.matcher(bare);
        while (names.find()) {
            String schema = names.group(1);
            String name = names.group(2);
            boolean call = names.group(3) != null;
            boolean allowed = schema.equals(module)
                    || name.startsWith("pub_")
                    || schema.equals("platform") && call
                    || OPEN_TO_ALL.contains(schema + "." + name);
            if (!allowed) {
                foreign.add(schema + "." + name);
            }
        }
        return foreign;
    }
}
