/** What the pages of licence regimes show; public only because templates are compiled elsewhere. */
@NullMarked
package id.lumbung.licensing.regime.page;

import org.jspecify.annotations.NullMarked;
