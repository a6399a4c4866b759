/**
 * How alike two values are: the functions that run once for every pair and field.
 *
 * <p>They work on arrays of characters and codes that were made once for every record, allocate nothing for texts of up to 64
 * characters, and are symmetric: the order of the two values never changes the answer. Each names the paper it was written
 * from and has a plain twin in the tests that it is checked against.
 */
@NullMarked
package id.lumbung.linkage.kernel;

import org.jspecify.annotations.NullMarked;
