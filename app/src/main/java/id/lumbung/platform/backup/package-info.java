/**
 * Back-up and restore of an office: database, documents and sealed keys in one folder that proves itself by hashes. Driven
 * by {@code ./lumbung backup} and {@code ./lumbung restore}, beside the running process.
 */
@NullMarked
package id.lumbung.platform.backup;

import org.jspecify.annotations.NullMarked;
