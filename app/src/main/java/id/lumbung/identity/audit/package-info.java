/**
 * The audit: who changed or read what, when, from where and why; chained by hashes, verified from outside, its heads
 * published. Entries are made by triggers in the database, so no code path can forget them.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity"})
@NullMarked
package id.lumbung.identity.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
