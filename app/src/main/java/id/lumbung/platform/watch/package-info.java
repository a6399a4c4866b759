/**
 * What an administrator sees of a running Lumbung: health, metrics, request log, traces. None of it carries personal
 * data: messages of foreign exceptions, raw addresses and typed values stay out.
 */
@NullMarked
package id.lumbung.platform.watch;

import org.jspecify.annotations.NullMarked;
