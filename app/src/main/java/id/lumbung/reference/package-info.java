/**
 * Reference data that is the same for everybody: regions, KBLI editions, the office's sectors, dated size criteria,
 * holidays and dated settings. Owns the schema {@code reference} and the pages under {@code /acuan}. Knows nothing of
 * people, enterprises or licences, and holds no territorial data.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package id.lumbung.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
