/** Enterprises as records to compare, and what a comparison says of one that is being entered. */
@NamedInterface("known")
@NullMarked
package id.lumbung.registry.known;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
