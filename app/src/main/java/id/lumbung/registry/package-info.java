/** The enterprise itself: what came in about it, what is known of it, and what follows from both. Owns schema {@code registry}. */
@ApplicationModule(allowedDependencies = {"platform", "reference", "identity"})
@NullMarked
package id.lumbung.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
