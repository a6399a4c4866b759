/** People who sign in, their roles and territory, and who read what. Owns schema {@code identity}. */
@ApplicationModule(allowedDependencies = {"platform", "reference", "identity.password"})
@NullMarked
package id.lumbung.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
