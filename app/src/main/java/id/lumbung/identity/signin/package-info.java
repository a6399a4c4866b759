/** Ways in and out: sign-in, sessions, one-time links, passwords. */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity.password"})
@NullMarked
package id.lumbung.identity.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
