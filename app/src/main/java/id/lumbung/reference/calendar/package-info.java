/** Public holidays and joint leave, edited and imported. */
@NullMarked
package id.lumbung.reference.calendar;

import org.jspecify.annotations.NullMarked;
