/**
 * Which records are one business: every record of the register and of lists is compared with all others as it enters, what
 * is doubtful is judged by people, and each judgement can be taken back. Owns schema {@code matching}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "reference",
            "identity",
            "registry",
            "intake",
            "licensing",
            "linkage",
            "registry::known",
            "registry::merge",
            "registry::origin"
        })
@NullMarked
package id.lumbung.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
