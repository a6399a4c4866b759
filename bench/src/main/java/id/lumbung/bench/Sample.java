package id.lumbung.bench;

import java.util.Arrays;

/** Times of single requests, in nanoseconds. */
final class Sample {
    private long[] times = new long[1024];
    private int size;
    private long failures;

    synchronized void add(long nanoseconds) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        times[size++] = nanoseconds;
    }

    synchronized void addIf(boolean succeeded, long nanoseconds) {
        if (succeeded) {
            add(nanoseconds);
        } else {
            failures++;
        }
    }

    synchronized int size() {
        return size;
    }

    synchronized long failures() {
        return failures;
    }

    /** Milliseconds that this share of the requests did not pass. */
    synchronized double percentile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(times, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) Math.ceil(share * size) - 1)] / 1e6;
    }
}
