package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same sources give the same program: nothing from outside is named by a range, by "the newest" or by a snapshot. */
class PinnedVersionsTest {
    private static final Path REPOSITORY = Sources.APP.getParent();
    private static final Pattern EXACT = Pattern.compile("[0-9][0-9A-Za-z._-]*");

    @Test
    void every_component_of_the_build_has_one_version() throws Exception {
        List<String> loose = new ArrayList<>();
        int found = 0;

        for (String module : List.of("", "linkage", "app", "bench")) {
            var document = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(REPOSITORY.resolve(module).resolve("pom.xml").toFile());
            NodeList elements = document.getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                String name = element.getTagName();
                boolean names = name.equals("version")
                        || name.endsWith(".version")
                                && element.getParentNode().getNodeName().equals("properties");
                String version = element.getTextContent().strip();
                if (!names || version.startsWith("${") || isOurs(element) || isToolchain(element)) {
                    continue;
                }
                found++;
                if (!EXACT.matcher(version).matches() || version.contains("SNAPSHOT")) {
                    loose.add((module.isEmpty() ? "." : module) + "/pom.xml: " + version);
                }
            }
        }

        assertThat(loose).isEmpty();
        assertThat(found).as("versions found").isGreaterThan(30);
    }

    private static boolean isOurs(Element version) {
        for (Node other = version.getParentNode().getFirstChild(); other != null; other = other.getNextSibling()) {
            if (other.getNodeName().equals("groupId")) {
                return other.getTextContent().strip().equals("id.lumbung");
            }
        }
        return false;
    }

    /** Which Java may build it is a range on purpose; what is built names its release. */
    private static boolean isToolchain(Element version) {
        return version.getParentNode().getNodeName().equals("jdk")
                || version.getTextContent().strip().equals("[25,26)");
    }

    @Test
    void every_package_of_the_pages_has_one_version_and_a_fingerprint() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode asked = json.readTree(Files.readString(Sources.APP.resolve("web/package.json")));
        JsonNode locked = json.readTree(Files.readString(Sources.APP.resolve("web/package-lock.json")));
        List<String> loose = new ArrayList<>();

        for (String kind : List.of("dependencies", "devDependencies")) {
            asked.path(kind).properties().forEach(wanted -> {
                if (!EXACT.matcher(wanted.getValue().asString()).matches()) {
                    loose.add(wanted.getKey() + " " + wanted.getValue());
                }
            });
        }
        locked.path("packages").properties().forEach(held -> {
            if (!held.getKey().isEmpty() && !held.getValue().has("integrity")) {
                loose.add(held.getKey() + " without a fingerprint");
            }
        });

        assertThat(loose).isEmpty();
        assertThat(locked.path("packages")).hasSizeGreaterThan(6);
    }
}
