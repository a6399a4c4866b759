/** The dated size criteria, edited with their legal source. */
@NullMarked
package id.lumbung.reference.law;

import org.jspecify.annotations.NullMarked;
