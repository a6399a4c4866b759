package id.lumbung.platform.hole;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lumbung holes ADVISORIES.zip…}: the components of the build against advisories in the OSV format, which somebody
 * has fetched. 0 when none is known, 1 with findings, 2 when it could not look.
 */
public final class HolesCommand {
    /** An advisory is a few kilobytes. */
    private static final int LARGEST_ADVISORY = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> components = new HashMap<>();
    private final TreeSet<String> findings = new TreeSet<>();
    private int advisories;
    private String newest = "";

    private HolesCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        if (arguments.length < 3) {
            out.println("Usage: ./lumbung holes ADVISORIES.zip…   (OSV, one file for Maven and one for npm)");
            return 2;
        }
        HolesCommand command = new HolesCommand();
        try {
            command.readSbom(Path.of(arguments[0]));
            command.readLock(Path.of(arguments[1]));
            for (int i = 2; i < arguments.length; i++) {
                command.readAdvisories(Path.of(arguments[i]));
            }
        } catch (IOException | JacksonException unreadable) {
            out.println("Cannot be read: " + unreadable.getMessage());
            return 2;
        }
        if (command.components.isEmpty() || command.advisories == 0) {
            out.println("Nothing to compare: " + command.components.size() + " components, " + command.advisories
                    + " advisories.");
            return 2;
        }
        command.findings.forEach(out::println);
        out.println(command.components.size() + " components, " + command.advisories + " advisories, the newest of "
                + command.newest + ": "
                + (command.findings.isEmpty() ? "no known hole" : command.findings.size() + " known holes"));
        return command.findings.isEmpty() ? 0 : 1;
    }

    /** CycloneDX, as {@code ./lumbung sbom} writes it. */
    private void readSbom(Path file) throws IOException {
        for (JsonNode component : JSON.readTree(Files.readString(file)).path("components")) {
            String purl = component.path("purl").asString("");
            String[] kindAndRest = purl.replaceFirst("^pkg:", "").split("/", 2);
            int at = kindAndRest[kindAndRest.length - 1].lastIndexOf('@');
            if (kindAndRest.length == 2 && at > 0) {
                String name = URLDecoder.decode(kindAndRest[1].substring(0, at), StandardCharsets.UTF_8);
                String version = kindAndRest[1].substring(at + 1).replaceFirst("\\?.*", "");
                boolean maven = kindAndRest[0].equals("maven");
                components.put(
                        maven ? "Maven " + name.replace('/', ':') : kindAndRest[0] + " " + name,
                        URLDecoder.decode(version, StandardCharsets.UTF_8));
            }
        }
    }

    /** The packages that the pages are built with, from npm's lock file. */
    private void readLock(Path file) throws IOException {
        JSON.readTree(Files.readString(file)).path("packages").properties().forEach(held -> {
            int at = held.getKey().lastIndexOf("node_modules/");
            if (at >= 0) {
                components.put(
                        "npm " + held.getKey().substring(at + "node_modules/".length()),
                        held.getValue().path("version").asString(""));
            }
        });
    }

    private void readAdvisories(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                if (entry.getName().endsWith(".json")) {
                    look(JSON.readTree(bounded(zip, entry.getName())));
                }
                entry = zip.getNextEntry();
            }
        }
    }

    private static byte[] bounded(InputStream from, String name) throws IOException {
        byte[] content = from.readNBytes(LARGEST_ADVISORY + 1);
        if (content.length > LARGEST_ADVISORY) {
            throw new IOException(name + " is larger than any advisory");
        }
        return content;
    }

    private void look(JsonNode advisory) {
        advisories++;
        String modified = advisory.path("modified").asString("");
        newest = modified.compareTo(newest) > 0 ? modified : newest;
        if (advisory.has("withdrawn")) {
            return;
        }
        for (JsonNode affected : advisory.path("affected")) {
            String name = affected.path("package").path("ecosystem").asString("") + " "
                    + affected.path("package").path("name").asString("");
            String ours = components.get(name);
            if (ours != null && concerns(affected, ours)) {
                findings.add(name + " " + ours + ": " + advisory.path("id").asString("") + mended(affected, ours) + ", "
                        + advisory.path("summary").asString(""));
            }
        }
    }

    private static boolean concerns(JsonNode affected, String ours) {
        for (JsonNode version : affected.path("versions")) {
            if (version.asString("").equals(ours)) {
                return true;
            }
        }
        for (JsonNode range : affected.path("ranges")) {
            if (!range.path("type").asString("").equals("GIT") && isWithin(range.path("events"), new Version(ours))) {
                return true;
            }
        }
        return false;
    }

    /** The events in the order of their versions: the last one that is not later than ours decides. */
    private static boolean isWithin(JsonNode events, Version ours) {
        record Event(Version at, String kind) {}
        List<Event> ordered = new ArrayList<>();
        events.forEach(event -> event.properties()
                .forEach(one -> ordered.add(new Event(new Version(one.getValue().asString("")), one.getKey()))));
        ordered.sort((a, b) -> a.at().compareTo(b.at()));
        boolean within = false;
        for (Event event : ordered) {
            int order = event.at().compareTo(ours);
            switch (event.kind()) {
                case "introduced" -> within = order <= 0 || event.at().text().equals("0") || within;
                case "fixed" -> within &= order > 0;
                case "last_affected" -> within &= order >= 0;
                default -> {}
            }
        }
        return within;
    }

    /** The nearest version without it, if there is one. */
    private static String mended(JsonNode affected, String ours) {
        @Nullable Version nearest = null;
        for (JsonNode range : affected.path("ranges")) {
            for (JsonNode event : range.path("events")) {
                Version fixed = new Version(event.path("fixed").asString(""));
                boolean later = !fixed.text().isEmpty() && fixed.compareTo(new Version(ours)) > 0;
                if (later && (nearest == null || fixed.compareTo(nearest) < 0)) {
                    nearest = fixed;
                }
            }
        }
        return nearest == null ? ", not mended" : ", mended in " + nearest.text();
    }
}
