/** The application: draft, attachments, submission, the clock, the review desk, and following the case. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "reference",
            "identity",
            "registry",
            "registry :: known",
            "registry :: size",
            "licensing",
            "licensing.regime",
            "licensing.licence"
        })
@NullMarked
package id.lumbung.licensing.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
