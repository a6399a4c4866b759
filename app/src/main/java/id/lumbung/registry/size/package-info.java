/** The size class of an enterprise on a day, and why. */
@NamedInterface("size")
@NullMarked
package id.lumbung.registry.size;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
