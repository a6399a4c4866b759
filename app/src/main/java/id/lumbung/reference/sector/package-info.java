/** The office's own sectors, and which activities belong to them. */
@NullMarked
package id.lumbung.reference.sector;

import org.jspecify.annotations.NullMarked;
