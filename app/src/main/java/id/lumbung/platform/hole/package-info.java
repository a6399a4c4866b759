/** Whether components have holes that are publicly known: asked of a file, so that it works without the internet. */
@NullMarked
package id.lumbung.platform.hole;

import org.jspecify.annotations.NullMarked;
