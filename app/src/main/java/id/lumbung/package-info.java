@NullMarked
package id.lumbung;

import org.jspecify.annotations.NullMarked;
