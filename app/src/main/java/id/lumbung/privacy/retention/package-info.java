/** How long which data are kept, legal holds that stop a disposal, and the disposal itself with its proof. */
@NamedInterface("retention")
@NullMarked
package id.lumbung.privacy.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
