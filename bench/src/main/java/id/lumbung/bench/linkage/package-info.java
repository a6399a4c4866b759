/**
 * What the linkage engine is measured beside: the textbook's way, a Fellegi-Sunter model in SQL on DuckDB, on the same lists
 * in the same standard forms.
 */
@NullMarked
package id.lumbung.bench.linkage;

import org.jspecify.annotations.NullMarked;
