/** What the pages of intake show. */
@NullMarked
package id.lumbung.intake.page;

import org.jspecify.annotations.NullMarked;
