/** The work queue: what people ask, until it is answered, and the slip with which they read the answer. */
@NamedInterface("request")
@NullMarked
package id.lumbung.privacy.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
