/** What goes when its time is over, and which documents are still named. */
@NullMarked
package id.lumbung.licensing.application.disposal;

import org.jspecify.annotations.NullMarked;
