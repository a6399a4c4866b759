/** What is printed: the frozen content of a sheet, letters, and how they become PDF. */
@NullMarked
package id.lumbung.licensing.licence.paper;

import org.jspecify.annotations.NullMarked;
