/** What the pages of applications show; public only because templates are compiled elsewhere. */
@NullMarked
package id.lumbung.licensing.application.page;

import org.jspecify.annotations.NullMarked;
