package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    /** Demo and API go through the doors of nested modules, which Modulith opens to their siblings only. */
    private static final Pattern AT_THE_DOORS =
            Pattern.compile("Invalid sub-module reference from module '(demo|api)' to module '(licensing|identity)\\.");

    private static final ApplicationModules MODULES = ApplicationModules.of(Lumbung.class);

    @Test
    void modules_keep_to_their_declared_dependencies() {
        assertThat(MODULES.detectViolations().getMessages())
                .filteredOn(violation -> !AT_THE_DOORS.matcher(violation).find())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "api"})
    void who_comes_through_the_doors_uses_only_what_modules_offer(String name) {
        ApplicationModule visitor = MODULES.getModuleByName(name).orElseThrow();

        assertThat(visitor.getDirectDependencies(MODULES).stream())
                .isNotEmpty()
                .allMatch(dependency -> dependency.getTargetModule().isExposed(dependency.getTargetType()));
    }

    @Test
    void the_modules_are_those_of_the_design() {
        assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrder(
                        "platform",
                        "reference",
                        "identity",
                        "identity.audit",
                        "registry",
                        "licensing",
                        "licensing.regime",
                        "licensing.application",
                        "licensing.licence",
                        "licensing.statement",
                        "identity.password",
                        "identity.signin",
                        "identity.account",
                        "api",
                        "privacy",
                        "intake",
                        "linkage",
                        "matching",
                        "identity.passkey",
                        "identity.oidc",
                        "demo");
    }
}
