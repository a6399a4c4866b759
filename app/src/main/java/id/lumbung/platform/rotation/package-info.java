/**
 * Rotation of keys while the office serves: announces a new key, waits until every process knows it, seals everything anew
 * in small batches, and lets an old key go when nothing needs it. Asked for by {@code ./lumbung keys}, done by a process that
 * serves; whoever is killed in between, another goes on from the last batch.
 */
@NullMarked
package id.lumbung.platform.rotation;

import org.jspecify.annotations.NullMarked;
