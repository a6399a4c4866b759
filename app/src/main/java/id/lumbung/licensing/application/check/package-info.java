/** What is typed into an application, checked field by field. */
@NullMarked
package id.lumbung.licensing.application.check;

import org.jspecify.annotations.NullMarked;
