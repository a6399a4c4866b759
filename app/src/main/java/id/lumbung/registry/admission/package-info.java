/** What comes in becomes a record, and records become enterprises, people, places and contacts. */
@NullMarked
package id.lumbung.registry.admission;

import org.jspecify.annotations.NullMarked;
