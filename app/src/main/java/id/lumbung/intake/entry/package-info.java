/** Rows on their way into the database: checked, sealed, copied in one transaction. */
@NullMarked
package id.lumbung.intake.entry;

import org.jspecify.annotations.NullMarked;
