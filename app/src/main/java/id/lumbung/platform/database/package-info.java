/** The database: embedded or external, its connections, and the sight every transaction carries. */
@NullMarked
package id.lumbung.platform.database;

import org.jspecify.annotations.NullMarked;
