/** What data are used for, what people have said about it, and the only reader of contacts that goes by it. */
@NamedInterface("consent")
@NullMarked
package id.lumbung.privacy.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
