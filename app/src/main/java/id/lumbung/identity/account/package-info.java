/** Accounts as their owners and administrators see and change them. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "reference",
            "identity",
            "identity.signin",
            "identity.passkey",
            "identity.oidc"
        })
@NullMarked
package id.lumbung.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
