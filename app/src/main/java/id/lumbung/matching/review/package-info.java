/** The desk at which people judge pairs, and the journal of what they judged. */
@NullMarked
package id.lumbung.matching.review;

import org.jspecify.annotations.NullMarked;
