/** Keys and what they seal: the master key from file, environment or a key service, the keysets under it, the vault. */
@NullMarked
package id.lumbung.platform.key;

import org.jspecify.annotations.NullMarked;
