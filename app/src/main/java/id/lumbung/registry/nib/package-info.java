/** Business identification numbers that OSS gave. */
@NullMarked
package id.lumbung.registry.nib;

import org.jspecify.annotations.NullMarked;
