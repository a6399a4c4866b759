/** Where shown facts come from: what each source says, which of it counts, and what lists say besides. */
@NamedInterface("origin")
@NullMarked
package id.lumbung.registry.origin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
