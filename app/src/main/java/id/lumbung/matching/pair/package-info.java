/** Pairs that may be the same, the businesses that follow from them, and the work of keeping both up to date. */
@NullMarked
package id.lumbung.matching.pair;

import org.jspecify.annotations.NullMarked;
