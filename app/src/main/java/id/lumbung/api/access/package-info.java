/** Tokens of people and the door of the API. */
@NullMarked
package id.lumbung.api.access;

import org.jspecify.annotations.NullMarked;
