package id.lumbung.linkage.engine;

/**
 * One question asked of a pair of records, answered by a level. Level 0 is "cannot be said". {@code agreement} orders the levels from
 * -1 (speaks against) to 1 (speaks for) and only starts the estimation.
 */
public abstract class Comparison {

    /** What a comparison tells apart. */
    public enum About {
        /** the person; equal for all the businesses of one owner */
        OWNER,
        /** the business itself */
        BUSINESS,
        /** the way the pair came about, such as its two lists */
        SETTING
    }

    final String name;
    final About about;
    final String[] levels;
    final double[] agreement;
    /** Levels that only say that something is not known: they speak neither for nor against. */
    protected final boolean[] silent;

    protected Comparison(String name, About about, String[] levels, double[] agreement) {
        if (levels.length != agreement.length) throw new IllegalArgumentException(name);
        this.name = name;
        this.about = about;
        this.levels = levels;
        this.agreement = agreement;
        silent = new boolean[levels.length];
        silent[0] = true;
    }

    /** The level of the pair; {@code scratch} belongs to the calling thread alone. */
    public abstract int level(int a, int b, Scratch scratch);

    /** Buffers of one worker. Not thread-safe. */
    public static final class Scratch {
        private final boolean[] used = new boolean[256];

        /** Which words of the longer name have found a partner. */
        public boolean[] used() {
            return used;
        }
    }
}
