/**
 * What happens before anything starts: the settings file is read, and everything that would go wrong later is said now,
 * in a sentence that names the setting, what is wrong and how to mend it.
 */
@NullMarked
package id.lumbung.platform.start;

import org.jspecify.annotations.NullMarked;
