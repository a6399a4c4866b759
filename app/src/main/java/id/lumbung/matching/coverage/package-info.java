/** How much of each list is known from elsewhere, how lists overlap, and how many businesses nobody has on any list. */
@NullMarked
package id.lumbung.matching.coverage;

import org.jspecify.annotations.NullMarked;
