/** What a password must be and how it is kept. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package id.lumbung.identity.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
