package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;

/**
 * The module diagrams come from the code: PlantUML and AsciiDoc in {@code app/target/modulith}, Mermaid and a table in
 * {@code docs/modules.md}, which is committed and must be what the code says.
 */
class ModuleDocumentationTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Lumbung.class);
    private static final Path PAGE = Sources.APP.resolveSibling("docs").resolve("modules.md");
    private static final Path OUTPUT = Sources.APP.resolve("target").resolve("modulith");
    private static final Pattern PURPOSE = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

    @Test
    void diagrams_and_canvases_are_drawn_from_the_code() {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(OUTPUT.toString())).writeDocumentation();

        assertThat(OUTPUT.resolve("components.puml")).isRegularFile().content().contains("Registry");
    }

    @Test
    void the_committed_page_says_what_the_code_says() throws IOException {
        String page = page();
        if (System.getProperty("lumbung.docs.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).isRegularFile();
        assertThat(Files.readString(PAGE))
                .as("docs/modules.md is made from the code; run ./lumbung modules and commit it")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Modules\n\n");
        page.append(
                "Made from the code by `./lumbung modules`; do not edit. `app/target/modulith` has the same as PlantUML\n");
        page.append("and AsciiDoc, one canvas a module.\n\n");
        page.append(
                "An arrow points from a module to one it uses. All use `platform`, which is not drawn. A dotted arrow points\n");
        page.append(
                "from a module to one whose events it listens to or whose interface it implements: control goes the other\n");
        page.append("way round there.\n\n");
        page.append("```mermaid\ngraph TD\n");
        for (ApplicationModule module : drawn()) {
            page.append("  ")
                    .append(mark(module))
                    .append("[")
                    .append(name(module))
                    .append("]\n");
        }
        for (ApplicationModule module : drawn()) {
            for (String used : usedBy(module)) {
                page.append("  ")
                        .append(mark(module))
                        .append(" --> ")
                        .append(used.replace('.', '_'))
                        .append("\n");
            }
            for (String answered : answeredBy(module)) {
                page.append("  ")
                        .append(mark(module))
                        .append(" -.-> ")
                        .append(answered.replace('.', '_'))
                        .append("\n");
            }
        }
        page.append("```\n\n| module | for what | uses |\n| --- | --- | --- |\n");
        for (ApplicationModule module : modules()) {
            page.append("| `")
                    .append(name(module))
                    .append("` | ")
                    .append(purpose(module))
                    .append(" | ");
            page.append(usedBy(module).stream().map(used -> "`" + used + "`").collect(Collectors.joining(", ")));
            page.append(" |\n");
        }
        page.append("\n## What a module offers to others\n\n");
        page.append("The public types of its root package. Behind an interface stand the modules that implement it.\n");
        for (ApplicationModule module : modules()) {
            List<JavaClass> offered = offeredBy(module);
            if (!offered.isEmpty()) {
                page.append("\n### `").append(name(module)).append("`\n\n");
                page.append(offered.stream()
                                .map(type -> "`" + type.getSimpleName() + "`" + implementers(module, type))
                                .collect(Collectors.joining(", ")))
                        .append("\n");
            }
        }
        page.append("\n## Events between modules\n\n");
        Map<String, Set<String>> heard = new TreeMap<>();
        for (ApplicationModule module : modules()) {
            for (JavaClass event : module.getEventsListenedTo(MODULES)) {
                MODULES.getModuleByType(event)
                        .ifPresent(owner -> heard.computeIfAbsent(
                                        "`" + event.getSimpleName() + "` | `" + name(owner) + "`",
                                        key -> new TreeSet<>())
                                .add("`" + name(module) + "`"));
            }
        }
        if (heard.isEmpty()) {
            page.append("No module listens to another yet.\n");
        } else {
            page.append("| event | of | heard by |\n| --- | --- | --- |\n");
            heard.forEach((event, by) -> page.append("| %s | %s |\n".formatted(event, String.join(", ", by))));
        }
        return page.toString();
    }

    private static List<ApplicationModule> modules() {
        return MODULES.stream()
                .sorted(Comparator.comparing(ModuleDocumentationTest::rank)
                        .thenComparing(ModuleDocumentationTest::name))
                .toList();
    }

    private static int rank(ApplicationModule module) {
        List<String> order = List.of("platform", "reference", "identity", "registry", "licensing", "demo");
        return order.indexOf(name(module).replaceAll("\\..*", ""));
    }

    private static List<ApplicationModule> drawn() {
        return modules().stream()
                .filter(module -> !name(module).equals("platform"))
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String mark(ApplicationModule module) {
        return name(module).replace('.', '_');
    }

    private static Set<String> usedBy(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ModuleDocumentationTest::name)
                .filter(used -> !used.equals("platform") && !used.equals(name(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Modules that call this one without knowing it: it hears their events or implements their interfaces. */
    private static Set<String> answeredBy(ApplicationModule module) {
        Set<String> answered = new TreeSet<>();
        module.getDirectDependencies(MODULES, DependencyType.EVENT_LISTENER)
                .uniqueModules()
                .map(ModuleDocumentationTest::name)
                .forEach(answered::add);
        for (ApplicationModule other : modules()) {
            for (JavaClass type : offeredBy(other)) {
                if (implementingModules(other, type).contains(name(module))) {
                    answered.add(name(other));
                }
            }
        }
        answered.remove("platform");
        answered.remove(name(module));
        return answered;
    }

    private static List<JavaClass> offeredBy(ApplicationModule module) {
        String basePackage = module.getBasePackage().getName();
        return module.getNamedInterfaces()
                .getUnnamedInterface()
                .asJavaClasses()
                .filter(type -> type.getPackageName().equals(basePackage))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .sorted(Comparator.comparing(JavaClass::getSimpleName))
                .toList();
    }

    private static String implementers(ApplicationModule module, JavaClass type) {
        Set<String> implementing = implementingModules(module, type);
        return implementing.isEmpty()
                ? ""
                : implementing.stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ", " (implemented by ", ")"));
    }

    private static Set<String> implementingModules(ApplicationModule owner, JavaClass type) {
        if (!type.isInterface()) {
            return Set.of();
        }
        return type.getAllSubclasses().stream()
                .flatMap(implementation -> MODULES.getModuleByType(implementation).stream())
                .map(ModuleDocumentationTest::name)
                .filter(name -> !name.equals(name(owner)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The comment above the package, as one line. */
    private static String purpose(ApplicationModule module) {
        String name = module.getBasePackage().getName().replace('.', '/');
        // the engine is a library beside the application
        Path file = Stream.of(Sources.APP, Sources.APP.resolve("../linkage"))
                .map(sources -> sources.resolve("src/main/java").resolve(name).resolve("package-info.java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no package-info of " + name(module)));
        try {
            Matcher comment = PURPOSE.matcher(Files.readString(file));
            List<String> words = new ArrayList<>();
            if (comment.find()) {
                comment.group(1)
                        .lines()
                        .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                        .filter(line -> !line.isBlank())
                        .forEach(words::add);
            }
            return String.join(" ", words)
                    .replaceAll("\\{@(?:code|link)\\s+([^}]*)}", "`$1`")
                    .replace("|", "\\|")
                    .strip();
        } catch (IOException problem) {
            throw new IllegalStateException("no package-info of " + name(module), problem);
        }
    }
}
