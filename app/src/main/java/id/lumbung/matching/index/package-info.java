/** What is compared with what: records as the engine reads them, and the index that is held of all of them. */
@NullMarked
package id.lumbung.matching.index;

import org.jspecify.annotations.NullMarked;
