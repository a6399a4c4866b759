/** How names and numbers of people and businesses are read, compared and kept. */
@NullMarked
package id.lumbung.registry.text;

import org.jspecify.annotations.NullMarked;
