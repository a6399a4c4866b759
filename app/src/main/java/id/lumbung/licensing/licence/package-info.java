/** The licence: its number, its frozen content and its sheet, and everything that happens to it afterwards. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "reference",
            "identity",
            "registry",
            "licensing.regime",
            "licensing.statement"
        })
@NullMarked
package id.lumbung.licensing.licence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
