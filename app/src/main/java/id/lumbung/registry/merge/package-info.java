/** Enterprises that are one: merged by a pointer, read together, parted again without loss. */
@NamedInterface("merge")
@NullMarked
package id.lumbung.registry.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
