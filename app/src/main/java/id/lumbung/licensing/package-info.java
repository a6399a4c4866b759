/**
 * A micro enterprise gets its licence: the regimes that were and are in force, the application and its way through the
 * office, the licence and what happens to it, and the statement anybody can check. Owns schema {@code licensing}.
 */
@ApplicationModule(allowedDependencies = {"platform", "reference", "identity", "registry"})
@NullMarked
package id.lumbung.licensing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
