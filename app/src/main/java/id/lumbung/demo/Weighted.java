package id.lumbung.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values drawn in proportion to their weights. */
final class Weighted<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Integer> upTo = new ArrayList<>();
    private int total;

    void add(T value, int weight) {
        total += weight;
        values.add(value);
        upTo.add(total);
    }

    T draw(Random random) {
        int at = random.nextInt(total);
        for (int i = 0; i < upTo.size(); i++) {
            if (at < upTo.get(i)) {
                return values.get(i);
            }
        }
        throw new IllegalStateException("nothing to draw from");
    }
}
