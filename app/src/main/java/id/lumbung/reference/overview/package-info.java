/** The front page of the reference tables: what is loaded, from where, how old it is. */
@NullMarked
package id.lumbung.reference.overview;

import org.jspecify.annotations.NullMarked;
