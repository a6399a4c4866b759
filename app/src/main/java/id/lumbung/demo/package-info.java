/** A made-up regency to try Lumbung with; active only in the demo. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "reference",
            "identity",
            "licensing.application",
            "licensing.licence",
            "intake::desk"
        })
@NullMarked
package id.lumbung.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
