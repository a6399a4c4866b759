/** Passkeys (WebAuthn): a key on the person's own device instead of a password. */
@ApplicationModule(allowedDependencies = {"platform", "identity", "identity.signin"})
@NullMarked
package id.lumbung.identity.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
