/** Tables that an administrator uploads: read, checked, planned before anything is changed. */
@NullMarked
package id.lumbung.reference.upload;

import org.jspecify.annotations.NullMarked;
