package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A run that passed passes again: what a test draws by chance, it draws the same each time. */
class RepeatableTestsTest {
    private static final Pattern PROPERTY = Pattern.compile("@Property\\b(\\([^)]*\\))?");
    private static final Pattern CHANCE =
            Pattern.compile("\\bnew Random\\(\\)|\\bThreadLocalRandom\\.|\\bMath\\.random\\(");

    @Test
    void every_property_draws_its_examples_from_the_fixed_seed() {
        List<String> loose = new ArrayList<>();
        int found = 0;

        for (var source : tests().entrySet()) {
            for (Matcher property = PROPERTY.matcher(code(source.getValue())); property.find(); found++) {
                if (property.group(1) == null || !property.group(1).contains("seed = Seeds.FIXED")) {
                    loose.add(source.getKey() + ": " + property.group());
                }
            }
        }

        assertThat(loose).isEmpty();
        assertThat(found).as("properties found").isGreaterThan(30);
    }

    @Test
    void no_test_draws_from_a_seed_of_the_moment() {
        List<String> loose = new ArrayList<>();

        for (var source : tests().entrySet()) {
            Matcher chance = CHANCE.matcher(code(source.getValue()));
            if (chance.find()) {
                loose.add(source.getKey() + ": " + chance.group());
            }
        }

        assertThat(loose).isEmpty();
    }

    /** Of the application and of the linkage engine. */
    private static Map<String, String> tests() {
        Map<String, String> tests = new TreeMap<>(Sources.read("src/test/java", ".java"));
        Sources.read("../linkage/src/test/java", ".java").forEach((path, java) -> tests.put("linkage/" + path, java));
        return tests;
    }

    /** Without what only speaks of these words. */
    private static String code(String java) {
        String code = java;
        for (String literal : Sources.literalsOf(java)) {
            code = literal.isEmpty() ? code : code.replace('"' + literal + '"', "\"\"");
        }
        return code.replaceAll("(?s)/\\*.*?\\*/", "");
    }
}
