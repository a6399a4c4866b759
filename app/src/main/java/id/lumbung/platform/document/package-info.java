/** Documents by the hash of their content, sealed, outside the web root. */
@NullMarked
package id.lumbung.platform.document;

import org.jspecify.annotations.NullMarked;
