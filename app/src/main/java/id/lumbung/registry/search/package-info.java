/** The search box of the register and the hint that somebody is already known. */
@NullMarked
package id.lumbung.registry.search;

import org.jspecify.annotations.NullMarked;
