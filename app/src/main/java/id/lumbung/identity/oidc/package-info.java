/** Sign-in with the office's own sign-in service (OpenID Connect), when one is set up. */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity.signin"})
@NullMarked
package id.lumbung.identity.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
