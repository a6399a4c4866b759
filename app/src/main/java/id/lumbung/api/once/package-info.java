/** The same request sent twice does its work once. */
@NullMarked
package id.lumbung.api.once;

import org.jspecify.annotations.NullMarked;
