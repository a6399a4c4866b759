/** What the pages of this module show. Public only because templates compile elsewhere. */
@NullMarked
package id.lumbung.reference.page;

import org.jspecify.annotations.NullMarked;
