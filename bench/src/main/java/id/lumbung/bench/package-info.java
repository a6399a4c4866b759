/** Measures a running Lumbung and says so in one table. */
@NullMarked
package id.lumbung.bench;

import org.jspecify.annotations.NullMarked;
