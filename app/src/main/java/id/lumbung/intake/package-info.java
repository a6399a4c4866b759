/**
 * Lists come in whole: a file is kept as it came, its columns are told apart, its rows are checked by rules before
 * anything is stored, and what came in can be taken out again. Knows where in which file every record stood. Does not
 * judge which records are the same business. Owns schema {@code intake}.
 */
@ApplicationModule(allowedDependencies = {"platform", "reference", "identity", "registry"})
@NullMarked
package id.lumbung.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
