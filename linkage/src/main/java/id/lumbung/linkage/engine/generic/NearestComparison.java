package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Comparison;

/** Whether two records of two lists are each other's nearest by the words they share. */
final class NearestComparison extends Comparison {

    private static final float CLEARLY = 1.3f;

    private final Neighbours neighbours;

    NearestComparison(Neighbours neighbours) {
        super(
                "nearest",
                About.OWNER,
                new String[] {
                    "missing",
                    "each other's nearest, clearly",
                    "each other's nearest",
                    "nearest of one",
                    "others are nearer"
                },
                new double[] {0, 1, 0.9, 0.1, -0.9});
        this.neighbours = neighbours;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        if (neighbours.first[a] < 0 && neighbours.first[b] < 0) return 0;
        if (neighbours.first[a] == b && neighbours.first[b] == a)
            return neighbours.ahead[a] >= CLEARLY || neighbours.ahead[b] >= CLEARLY ? 1 : 2;
        return neighbours.first[a] == b || neighbours.first[b] == a ? 3 : 4;
    }
}
