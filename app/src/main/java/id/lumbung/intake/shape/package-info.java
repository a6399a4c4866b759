/** Where in a file the table begins, and whether it is a list of businesses at all. */
@NullMarked
package id.lumbung.intake.shape;

import org.jspecify.annotations.NullMarked;
