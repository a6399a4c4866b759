/** How fast the linkage engine compares, beside the functions of DuckDB and of Apache Commons Text on the same pairs. */
@NullMarked
package id.lumbung.bench.kernel;

import org.jspecify.annotations.NullMarked;
