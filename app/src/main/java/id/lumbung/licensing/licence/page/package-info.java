/** What the pages and papers of licences show; public only because templates compile elsewhere. */
@NullMarked
package id.lumbung.licensing.licence.page;

import org.jspecify.annotations.NullMarked;
