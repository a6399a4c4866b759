/** Attachments as they come in: their type found from the content, cleaned, scaled down. */
@NullMarked
package id.lumbung.licensing.application.upload;

import org.jspecify.annotations.NullMarked;
