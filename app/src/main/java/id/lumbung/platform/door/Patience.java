package id.lumbung.platform.door;

import java.time.Duration;

/**
 * How slowly a request may come. A pause is limited by Tomcat; this limits the whole, so that a byte now and then keeps no
 * place. A telephone on the worst network sends more than the least rate.
 *
 * @param grace for the headers, and for a body before its rate counts
 * @param bytesPerSecond least rate of a body, on the average
 */
record Patience(Duration grace, int bytesPerSecond) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), 500);

    /** What is left of the patience while nearly every place is taken: a tenth. */
    private static final int HURRY = 10;

    boolean isOver(Duration age, long bytes, boolean crowded) {
        Duration allowed =
                (crowded ? grace.dividedBy(HURRY) : grace).plus(Duration.ofMillis(bytes * 1_000 / bytesPerSecond));
        return age.compareTo(allowed) > 0;
    }
}
