/** The activity classification: its editions, the import of official lists, and the search in everyday words. */
@NullMarked
package id.lumbung.reference.kbli;

import org.jspecify.annotations.NullMarked;
