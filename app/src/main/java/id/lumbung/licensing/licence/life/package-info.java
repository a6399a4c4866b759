/** The states of a licence, what may be done in each, and the events that are kept of it. */
@NullMarked
package id.lumbung.licensing.licence.life;

import org.jspecify.annotations.NullMarked;
