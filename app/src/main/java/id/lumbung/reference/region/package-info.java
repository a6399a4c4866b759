/** Regions as the decrees name them: loading, import of aliases and codes, pages. */
@NullMarked
package id.lumbung.reference.region;

import org.jspecify.annotations.NullMarked;
