package id.lumbung.linkage.engine;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** From which two lists a pair comes, in either order; a level for each two of them. */
public final class SourcesComparison extends Comparison {
    private final int sources;
    private final IntUnaryOperator source;

    /** @param source number of the list of a record; negative when it is not said */
    public SourcesComparison(int sources, IntUnaryOperator source) {
        super("lists", About.SETTING, names(sources), new double[sources * (sources + 1) / 2 + 1]);
        this.sources = sources;
        this.source = source;
    }

    private static String[] names(int sources) {
        String[] names = new String[sources * (sources + 1) / 2 + 1];
        Arrays.fill(names, "");
        return names;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int one = source.applyAsInt(a);
        int other = source.applyAsInt(b);
        if (one < 0 || other < 0) return 0;
        return level(one, other, sources);
    }

    /** The level of two lists, by their numbers. */
    static int level(int one, int other, int sources) {
        int lo = Math.min(one, other);
        int hi = Math.max(one, other);
        return 1 + lo * sources - lo * (lo - 1) / 2 + (hi - lo);
    }
}
