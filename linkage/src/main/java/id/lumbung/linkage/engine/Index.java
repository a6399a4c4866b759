package id.lumbung.linkage.engine;

import id.lumbung.linkage.engine.umkm.UmkmModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** All records of a run, ready to be compared with one more. One look-up at a time: callers take turns. */
public final class Index {

    /** A record that may be the same. */
    public record Hit(int record, double business, double owner) {}

    private static final int IDS = 24;

    private final UmkmModel umkm;
    private final Model model;
    private final Mixture mixture;
    private final long[][] sorted;
    private final int[] stamp;
    private int turn;
    private final Comparison.Scratch scratch = new Comparison.Scratch();
    private final byte[] levels;

    Index(UmkmModel umkm, Mixture mixture, Workers workers) {
        this.umkm = umkm;
        this.mixture = mixture;
        model = umkm.model();
        int n = model.size();
        stamp = new int[n];
        levels = new byte[mixture.comparisons.length];
        sorted = new long[model.rules().size()][];
        workers.forPieces(sorted.length, r -> {
            long[] keys = model.rules().get(r).keys();
            long[] own = new long[n];
            int used = 0;
            for (int i = 0; i < n; i++) if (keys[i] != 0) own[used++] = keys[i] & -1L << IDS | i;
            own = Arrays.copyOf(own, used);
            Arrays.sort(own);
            sorted[r] = own;
        });
    }

    /** What the record of these cells may be the same as, the likeliest first; none below {@code least}. */
    public synchronized List<Hit> find(int list, Function<String, String> cell, double least, int most) {
        long[] keys = umkm.guest(list, cell);
        int guest = model.size();
        turn++;
        List<Hit> hits = new ArrayList<>();
        double[] posterior = new double[mixture.share.length];
        for (int r = 0; r < keys.length; r++) {
            if (keys[r] == 0) continue;
            long[] own = sorted[r];
            long first = keys[r] & -1L << IDS;
            int from = Arrays.binarySearch(own, first);
            if (from < 0) from = -from - 1;
            int to = from;
            int limit = Math.min(model.rules().get(r).limit(), 600);
            while (to < own.length && (own[to] & -1L << IDS) == first && to - from <= limit) to++;
            if (to - from > limit) continue;
            for (int i = from; i < to; i++) {
                int other = (int) (own[i] & (1L << IDS) - 1);
                if (stamp[other] == turn) continue;
                stamp[other] = turn;
                for (int c = 0; c < levels.length; c++)
                    levels[c] = (byte) mixture.comparisons[c].level(other, guest, scratch);
                mixture.posterior(levels, posterior);
                double business = 0;
                double owner = 0;
                for (int k = 0; k < posterior.length; k++) {
                    switch (mixture.kinds.get(k).meaning()) {
                        case SAME -> business += posterior[k];
                        case SAME_OWNER -> owner += posterior[k];
                        default -> {}
                    }
                }
                if (business + owner >= least) hits.add(new Hit(other, business, Math.min(1, business + owner)));
            }
        }
        hits.sort((x, y) -> {
            int order = Double.compare(y.business + y.owner, x.business + x.owner);
            return order != 0 ? order : Integer.compare(x.record, y.record);
        });
        return hits.size() > most ? List.copyOf(hits.subList(0, most)) : hits;
    }
}
