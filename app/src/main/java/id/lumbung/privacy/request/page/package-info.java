/** What the pages of requests show; public only because templates are compiled elsewhere. */
@NullMarked
package id.lumbung.privacy.request.page;

import org.jspecify.annotations.NullMarked;
