/** The page of an enterprise, and what an officer adds on it. */
@NamedInterface("sheet")
@NullMarked
package id.lumbung.registry.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
