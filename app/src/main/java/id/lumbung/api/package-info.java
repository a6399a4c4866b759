/**
 * What a page can do, a program can do: the endpoints under {@code /api/v1}, tokens of people, problem details, answers
 * kept for repeated requests, the OpenAPI document, webhooks. Holds no rules: it asks the desks of the other modules.
 * Owns schema {@code api}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "reference",
            "identity",
            "identity.account",
            "identity.signin",
            "registry",
            "registry::sheet",
            "intake::desk",
            "licensing",
            "licensing.regime",
            "licensing.application",
            "licensing.licence",
            "licensing.statement",
            "privacy::request",
            "privacy::held",
            "privacy::consent",
            "privacy::retention"
        })
@NullMarked
package id.lumbung.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
