/** What the columns of a list mean: suggested from headings and content, corrected by a person, kept as a recipe. */
@NullMarked
package id.lumbung.intake.column;

import org.jspecify.annotations.NullMarked;
