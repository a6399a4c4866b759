package id.lumbung.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.linkage.Seeds;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ClustersProperties {

    private static long[] identities(int size) {
        long[] identities = new long[size];
        for (int r = 0; r < size; r++) identities[r] = Clusters.identity("list", "" + r);
        return identities;
    }

    @Property(seed = Seeds.FIXED)
    void keep_what_is_stated_whatever_the_probabilities(
            @ForAll long draw, @ForAll @IntRange(min = 2, max = 40) int size) {
        Random random = new Random(draw);
        int pairs = size * 2;
        int[] a = new int[pairs];
        int[] b = new int[pairs];
        float[] probability = new float[pairs];
        for (int i = 0; i < pairs; i++) {
            a[i] = random.nextInt(size - 1);
            b[i] = a[i] + 1 + random.nextInt(size - 1 - a[i]);
            probability[i] = random.nextFloat();
        }
        byte[] source = new byte[size];
        for (int r = 0; r < size; r++) source[r] = (byte) random.nextInt(3);
        int[][] different = {{a[0], b[0]}, {a[1], b[1]}};

        int[] cluster = Clusters.of(
                size,
                a,
                b,
                probability,
                0.5,
                new Clusters.Constraints(new boolean[] {false, true, false}, source, new int[0][], different),
                identities(size));

        int[] once = new int[size];
        for (int r = 0; r < size; r++) {
            assertThat(cluster[r]).isLessThanOrEqualTo(r);
            assertThat(cluster[cluster[r]]).isEqualTo(cluster[r]);
            if (source[r] == 1) assertThat(++once[cluster[r]]).isEqualTo(1);
        }
        for (int[] pair : different) assertThat(cluster[pair[0]]).isNotEqualTo(cluster[pair[1]]);
    }

    @Property(seed = Seeds.FIXED)
    void join_nothing_without_a_pair_over_the_threshold(
            @ForAll @IntRange(min = 2, max = 30) int size, @ForAll long draw) {
        Random random = new Random(draw);
        int[] a = new int[size];
        int[] b = new int[size];
        float[] probability = new float[size];
        for (int i = 0; i < size; i++) {
            a[i] = random.nextInt(size - 1);
            b[i] = a[i] + 1 + random.nextInt(size - 1 - a[i]);
            probability[i] = random.nextFloat() * 0.49f;
        }

        int[] cluster = Clusters.of(size, a, b, probability, 0.5, Clusters.Constraints.none(), identities(size));

        for (int r = 0; r < size; r++) assertThat(cluster[r]).isEqualTo(r);
    }
}
