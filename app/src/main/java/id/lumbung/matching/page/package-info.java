/** What the pages of matching show. */
@NullMarked
package id.lumbung.matching.page;

import org.jspecify.annotations.NullMarked;
