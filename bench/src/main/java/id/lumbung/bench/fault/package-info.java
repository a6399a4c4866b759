/** Kills a working Lumbung again and again, and compares what is left with what it had acknowledged. */
@NullMarked
package id.lumbung.bench.fault;

import org.jspecify.annotations.NullMarked;
