package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Expand and contract: while an upgrade runs, processes of the old version work on the schema of the new one. A migration
 * that is newer than the released ones may therefore only add; what takes away waits until no released version uses it,
 * and says so in a line {@code -- contract: why no released version needs this any more}.
 */
class SchemaUpgradeTest {
    private static final String RELEASED = "src/test/resources";
    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: \\S.{20,}");

    private static final Map<String, Pattern> TAKES_AWAY = new TreeMap<>(Map.of(
            "drops a table, view, schema, function or type",
                    statement("drop\\s+(table|view|materialized|schema|function|type|sequence|domain)\\b"),
            "drops a column",
                    statement(
                            "alter\\s+table\\b[^;]*\\bdrop\\s+(column\\s+)?(?!constraint|default|not|expression)\\w+"),
            "renames", statement("alter\\s+\\w+\\b[^;]*\\brename\\b"),
            "changes the type of a column",
                    statement("alter\\s+table\\b[^;]*\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b"),
            "makes a column of old rows required", statement("alter\\s+table\\b[^;]*\\bset\\s+not\\s+null"),
            "adds a required column without default",
                    statement(
                            "alter\\s+table\\b[^;]*\\badd\\s+(column\\s+)?\\w+\\s+(?:(?!\\bdefault\\b|,)[^;])*\\bnot\\s+null(?:(?!\\bdefault\\b|,)[^;])*(;|,|$)"),
            "takes a right away", statement("revoke\\b(?![^;]*\\bfrom\\s+public\\b)"),
            "tightens with a constraint that old rows or the old version may break",
                    statement("alter\\s+table\\b[^;]*\\badd\\s+constraint\\b(?![^;]*\\bnot\\s+valid\\b)"),
            "moves between schemas", statement("alter\\s+\\w+\\b[^;]*\\bset\\s+schema\\b")));

    @Test
    void migrations_after_the_release_only_add() {
        Map<String, String> released = released();
        List<String> problems = new ArrayList<>();
        migrations().forEach((file, sql) -> {
            if (!released.containsKey(file) && !CONTRACT.matcher(sql).find()) {
                problemsOf(sql).forEach(problem -> problems.add(file + " " + problem));
            }
        });

        assertThat(problems).as("see CONTRIBUTING.md, Upgrades without a pause").isEmpty();
    }

    @Test
    void released_migrations_are_as_they_were_released() {
        Map<String, String> now = migrations();

        assertThat(released()).hasSizeGreaterThan(15).allSatisfy((file, hash) -> {
            assertThat(now).containsKey(file);
            assertThat(hashOf(now.get(file))).as(file).isEqualTo(hash);
        });
    }

    @Test
    void what_takes_away_is_noticed_and_what_adds_is_not() {
        for (String bad : List.of(
                "drop table registry.person;",
                "alter table registry.person drop column phone;",
                "alter table registry.person drop phone;",
                "alter table registry.person rename column phone to telephone;",
                "alter table registry.person rename to people;",
                "alter table registry.person alter column phone type bytea;",
                "alter table registry.person alter phone set not null;",
                "alter table registry.person add column phone text not null;",
                "alter table registry.person add a int default 1, add phone text not null;",
                "alter table registry.person add constraint p check (phone <> '');",
                "revoke select on registry.person from lumbung_app;",
                "DROP\n VIEW registry.pub_person;")) {
            assertThat(problemsOf(bad)).as(bad).isNotEmpty();
        }
        for (String good : List.of(
                "create table registry.person (id uuid primary key, name text not null);",
                "alter table registry.person add column phone text;",
                "alter table registry.person add column phone text not null default '';",
                "alter table registry.person add column phone text default '' not null;",
                "alter table registry.person alter column phone drop not null;",
                "alter table registry.person drop constraint person_phone;",
                "alter table registry.person add constraint p check (phone <> '') not valid;",
                "create index person_phone on registry.person (phone); -- drop table later",
                "alter table registry.person enable row level security;")) {
            assertThat(problemsOf(good)).as(good).isEmpty();
        }
    }

    private static List<String> problemsOf(String sql) {
        String code = sql.replaceAll("--[^\\n]*", "").toLowerCase(Locale.ROOT);
        return TAKES_AWAY.entrySet().stream()
                .filter(rule -> rule.getValue().matcher(code).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Pattern statement(String expression) {
        return Pattern.compile("(?s)\\b" + expression);
    }

    private static Map<String, String> migrations() {
        return Sources.read("src/main/resources/db/migration", ".sql").entrySet().stream()
                .filter(entry -> entry.getKey().contains("/V"))
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> released() {
        Map<String, String> released = new TreeMap<>();
        Sources.read(RELEASED, "released-migrations.txt")
                .values()
                .iterator()
                .next()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> released.put(line.substring(66), line.substring(0, 64)));
        return released;
    }

    private static String hashOf(String content) {
        return id.lumbung.platform.document.DocumentStore.sha256(
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
