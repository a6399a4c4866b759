package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence exists in both languages, is well formed, is used, and is there when a page asks for it. */
class MessagesTest {
    /** Beginnings of keys that are completed at run time, as in {@code t.t("registry.reason." + reason)}. */
    private static final Set<String> COMPLETED_AT_RUN_TIME = Set.of(
            "api.group.",
            "api.op.",
            "api.problem.",
            "api.scope.",
            "api.token.state.",
            "api.webhook.state.",
            "check.",
            "identity.audit.action.",
            "identity.event.",
            "identity.reading.purpose.",
            "identity.reading.what.",
            "identity.role.",
            "identity.state.",
            "intake.field.",
            "intake.recap.",
            "intake.rule.",
            "intake.recipe.ready.",
            "intake.running.",
            "intake.state.",
            "matching.done.",
            "matching.kind.",
            "matching.state.",
            "matching.verdict.",
            "matching.why.",
            "licensing.check.",
            "licensing.education.",
            "licensing.measure.",
            "licensing.question.",
            "licensing.trade.",
            "regime.asked.",
            "regime.clock.",
            "regime.deadline.",
            "regime.effect.",
            "regime.kind.",
            "regime.role.",
            "privacy.action.",
            "privacy.basis.",
            "privacy.category.",
            "privacy.consent.how.",
            "privacy.consent.standing.",
            "privacy.effect.",
            "privacy.event.",
            "privacy.hold.kind.",
            "privacy.hold.of.",
            "privacy.fact.",
            "privacy.kind.",
            "privacy.retention.",
            "privacy.source.",
            "privacy.state.",
            "reference.class.",
            "reference.measure.",
            "reference.rule.",
            "registry.contact.",
            "registry.fact.",
            "registry.known.",
            "registry.legal-form.",
            "registry.measure.",
            "registry.nik-unknown.",
            "registry.nik.warning.",
            "registry.observation.",
            "registry.premises.",
            "registry.purpose.",
            "registry.sex.",
            "registry.size.",
            "registry.size.decides.",
            "registry.size.for.",
            "registry.size.rule.",
            "registry.source.");

    /** Keys that no page of ours names: found by a library, or kept for a reason said here. */
    private static final Set<String> NAMED_ELSEWHERE = Set.of();

    /** A key given to t.t("…") or texts.t("…") as a whole literal. */
    private static final Pattern ASKED = Pattern.compile("\\.t\\(\\s*\"([^\"$]+)\"\\s*[,)]");
    /** A key given to new Refused(code, "…"), problems.add("field", "…") or new FieldProblem("field", "…"). */
    private static final Pattern TOLD = Pattern.compile(
            "(?:new Refused\\(\\s*[\\w.]+|\\.add\\(\\s*\"[\\w.-]*\"|new FieldProblem\\(\\s*\"[\\w.-]*\")\\s*,\\s*\"([a-z]+\\.[^\"]+)\"\\s*[,)]");

    private static final Map<String, String> FILES = Sources.read("src/main/resources/messages", ".properties");
    private static final Map<String, String> TEMPLATES = Sources.read("src/main/jte", ".jte");
    private static final Map<String, String> JAVA = Sources.read("src/main/java", ".java");
    private static final Map<String, Properties> INDONESIAN = language("_id");
    private static final Map<String, Properties> ENGLISH = language("_en");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ENGLISH.keySet()).isEqualTo(INDONESIAN.keySet());
        INDONESIAN.forEach((module, texts) -> assertThat(keys(ENGLISH.get(module)))
                .as("English keys of " + module)
                .containsExactlyInAnyOrderElementsOf(keys(texts)));
    }

    @Test
    void a_key_begins_with_the_name_of_its_file_and_stands_once() {
        FILES.forEach((file, content) -> {
            String module = file.replaceAll("_(id|en)\\.properties$", "");
            Set<String> seen = new HashSet<>();
            content.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(line -> line.matches("[a-z][\\w.-]*\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .forEach(key -> {
                        assertThat(key).as("key in " + file).startsWith(module + ".");
                        assertThat(seen.add(key))
                                .as(key + " stands once in " + file)
                                .isTrue();
                    });
        });
    }

    @Test
    void every_sentence_is_well_formed_and_takes_the_same_arguments_in_both_languages() {
        INDONESIAN.forEach((module, texts) -> keys(texts).forEach(key -> {
            int indonesian = arguments(key, texts.getProperty(key));
            int english = arguments(key, ENGLISH.get(module).getProperty(key));
            assertThat(english)
                    .as("number of arguments of " + key + " in English")
                    .isEqualTo(indonesian);
        }));
    }

    @Test
    void what_a_page_or_a_rule_asks_for_exists() {
        Set<String> known = allKeys();
        List<String> missing = new ArrayList<>();
        sources().forEach((file, text) -> {
            for (Pattern pattern : List.of(ASKED, TOLD)) {
                Matcher asked = pattern.matcher(text);
                while (asked.find()) {
                    if (!known.contains(asked.group(1))) {
                        missing.add(asked.group(1) + " in " + file);
                    }
                }
            }
        });

        assertThat(missing).as("keys without a sentence").isEmpty();
    }

    @Test
    void no_sentence_is_left_over() {
        String everything = String.join("\n", sources().values());
        Set<String> quoted = new HashSet<>();
        Matcher literal = Pattern.compile("\"([a-z]+(?:\\.[\\w-]+)+)\"").matcher(everything);
        while (literal.find()) {
            quoted.add(literal.group(1));
        }
        Set<String> unused = new TreeSet<>(allKeys());
        unused.removeAll(quoted);
        unused.removeAll(NAMED_ELSEWHERE);
        unused.removeIf(key -> COMPLETED_AT_RUN_TIME.stream().anyMatch(key::startsWith));

        assertThat(unused).as("sentences that nothing shows").isEmpty();
        assertThat(COMPLETED_AT_RUN_TIME)
                .as("beginnings that no source has any more")
                .allMatch(beginning -> everything.contains("\"" + beginning));
    }

    @Test
    void an_apostrophe_that_would_vanish_is_noticed() {
        assertThat(arguments("x", "it''s {0}")).isEqualTo(1);
        assertThatThrownBy(() -> arguments("x", "it's {0}")).hasMessageContaining("apostrophe");
        assertThatThrownBy(() -> arguments("x", "{0")).isInstanceOf(AssertionError.class);
    }

    private static int arguments(String key, String sentence) {
        assertThat(sentence).as(key).isNotBlank();
        assertThat(sentence.replaceAll("'[{}#]+'", "").replace("''", ""))
                .as(key + ": an apostrophe must be doubled, or MessageFormat swallows it")
                .doesNotContain("'");
        try {
            return new MessageFormat(sentence).getFormatsByArgumentIndex().length;
        } catch (IllegalArgumentException malformed) {
            throw new AssertionError(key + ": " + malformed.getMessage(), malformed);
        }
    }

    private static Set<String> allKeys() {
        Set<String> all = new HashSet<>();
        INDONESIAN.values().forEach(texts -> all.addAll(keys(texts)));
        return all;
    }

    private static Map<String, String> sources() {
        Map<String, String> all = new TreeMap<>(TEMPLATES);
        all.putAll(JAVA);
        return all;
    }

    private static Set<String> keys(Properties texts) {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Map<String, Properties> language(String suffix) {
        Map<String, Properties> found = new TreeMap<>();
        FILES.forEach((file, content) -> {
            if (file.endsWith(suffix + ".properties")) {
                Properties texts = new Properties();
                try {
                    texts.load(new StringReader(content));
                } catch (IOException impossible) {
                    throw new IllegalStateException(impossible);
                }
                found.put(file.replace(suffix + ".properties", ""), texts);
            }
        });
        return found;
    }
}
