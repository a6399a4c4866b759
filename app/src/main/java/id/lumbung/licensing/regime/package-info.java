/** Licence regimes as dated data: roles, states, transitions, attachments, deadlines, grounds, number formats. */
@ApplicationModule(allowedDependencies = {"platform", "reference", "identity"})
@NullMarked
package id.lumbung.licensing.regime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
