/** What is held of a person, with source, legal basis and retention, and who looked at it. */
@NamedInterface("held")
@NullMarked
package id.lumbung.privacy.held;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
