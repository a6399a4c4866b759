/** The signed statement in a licence's QR code, its keys, the status list and the page that checks it. */
@ApplicationModule(allowedDependencies = {"platform", "reference", "identity"})
@NullMarked
package id.lumbung.licensing.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
