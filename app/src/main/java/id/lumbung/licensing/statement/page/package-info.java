/** What the pages of statements show; public only because templates compile elsewhere. */
@NullMarked
package id.lumbung.licensing.statement.page;

import org.jspecify.annotations.NullMarked;
