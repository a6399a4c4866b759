/** What went wrong, told in one form (RFC 9457) and in the language of the caller. */
@NullMarked
package id.lumbung.api.problem;

import org.jspecify.annotations.NullMarked;
