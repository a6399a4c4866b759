/** Single cells as values: numbers that spreadsheets damaged, dates in many spellings, names of places. */
@NullMarked
package id.lumbung.intake.value;

import org.jspecify.annotations.NullMarked;
