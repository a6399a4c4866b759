/** Files as rows: what kind of file it is, and its rows one after the other, in memory that does not grow with the file. */
@NullMarked
package id.lumbung.intake.read;

import org.jspecify.annotations.NullMarked;
