/** The endpoints. */
@NullMarked
package id.lumbung.api.resource;

import org.jspecify.annotations.NullMarked;
