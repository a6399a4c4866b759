/** The door at which requests come in: how long it waits for somebody who sends slowly. */
@NullMarked
package id.lumbung.platform.door;

import org.jspecify.annotations.NullMarked;
