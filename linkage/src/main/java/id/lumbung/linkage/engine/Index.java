package id.lumbung.linkage.engine;

import id.lumbung.linkage.Explanation;
import id.lumbung.linkage.engine.Run.Question;
import id.lumbung.linkage.engine.umkm.UmkmModel;
import id.lumbung.linkage.engine.umkm.UmkmRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records that live: compared with one more, added to, removed from, their clusters kept up. Look-ups and changes take turns in the
 * order of their coming; a change gives up its turn after each record, so that a look-up waits for one record and not for a thousand. No pair is kept: the
 * pairs of a record are made anew from its blocks when its neighbourhood is grouped again.
 */
public final class Index {

    /** A record that may be the same. */
    public record Hit(int record, double business, double owner) {}

    /** Two records of the index, compared. */
    public record Pair(int added, int other, double business, double owner) {}

    /** What regrouping did to one question. */
    public record Regrouped(Collection<Integer> retired, List<Group> changed) {}

    /** A cluster whose members changed; {@code weakest} as in {@link Run#weakest}. */
    public record Group(int number, int[] members, double weakest) {}

    /** What a change did. */
    public record Outcome(List<Pair> pairs, Regrouped business, Regrouped owner) {}

    /** A record to come. */
    public record Entry(String source, String id, Function<String, String> cell) {}

    /** Below this a pair is not worth a word. */
    static final float LEAST = 0.01f;

    private static final int LOOKED_AT = 600;

    private static final Comparator<Hit> LIKELIEST = (x, y) -> {
        int order = Double.compare(y.business + y.owner, x.business + x.owner);
        return order != 0 ? order : Integer.compare(x.record, y.record);
    };

    private record Near(int[] other, float[] business, float[] owner) {}

    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock change = new ReentrantLock();
    private final UmkmModel umkm;
    private final Mixture mixture;
    private final @Nullable Tuning businessTuning;
    private final @Nullable Tuning ownerTuning;
    private final Grouping[] groupings;
    private final int learned;
    private final List<String> sources;
    private byte[] source;
    private String[] ids;
    private final Blocks[] blocks;
    private final BitSet gone = new BitSet();
    private int[] stamp;
    private int stamps;
    private int size;
    private final RecordTable table;

    private final List<Map<Long, Boolean>> judged = List.of(new HashMap<>(), new HashMap<>());
    private final Comparison.Scratch scratch = new Comparison.Scratch();
    private final byte[] levels;
    private final double[] posterior;
    private int[] found = new int[256];

    Index(
            UmkmModel umkm,
            Mixture mixture,
            @Nullable Tuning businessTuning,
            @Nullable Tuning ownerTuning,
            Grouping business,
            Grouping owner,
            Workers workers) {
        this.umkm = umkm;
        this.mixture = mixture;
        this.businessTuning = businessTuning;
        this.ownerTuning = ownerTuning;
        groupings = new Grouping[] {business, owner};
        Model model = umkm.model();
        sources = new ArrayList<>(List.of(model.sources()));
        learned = sources.size();
        int n = model.size();
        source = Arrays.copyOf(model.source(), n + 1);
        ids = Arrays.copyOf(model.ids(), n + 1);
        stamp = new int[n + 1];
        size = n;
        levels = new byte[mixture.comparisons.length];
        posterior = new double[mixture.share.length];
        blocks = new Blocks[model.rules().size()];
        workers.forPieces(blocks.length, r -> {
            Rule rule = model.rules().get(r);
            blocks[r] = new Blocks(rule, 4096 + 64 * r, n);
        });
        table = new RecordTable(sources, source, ids, n);
    }

    // ---- who is there ----

    /** The row of a record; -1 when it is not there. */
    public int find(String list, String id) {
        turn.lock();
        try {
            return row(list, id);
        } finally {
            turn.unlock();
        }
    }

    private int row(String list, String id) {
        return table.row(list, id, r -> !gone.get(r));
    }

    public String sourceOf(int record) {
        turn.lock();
        try {
            return sources.get(source[record]);
        } finally {
            turn.unlock();
        }
    }

    public String idOf(int record) {
        turn.lock();
        try {
            return ids[record];
        } finally {
            turn.unlock();
        }
    }

    public int size() {
        turn.lock();
        try {
            return size;
        } finally {
            turn.unlock();
        }
    }

    // ---- comparing ----

    /** What the record of these cells may be the same as, the likeliest first; none below {@code least}. */
    public List<Hit> find(String list, Function<String, String> cell, double least, int most) {
        UmkmRecord record = UmkmRecord.of(cell);
        List<Hit> hits = new ArrayList<>();
        turn.lock();
        try {
            int guest = umkm.rows();
            umkm.guest(known(list), record);
            int candidates = candidates(guest, 0, LOOKED_AT);
            for (int i = 0; i < candidates; i++) {
                score(found[i], guest);
                if (owner() >= least) hits.add(new Hit(found[i], business(), owner()));
            }
        } finally {
            turn.unlock();
        }
        hits.sort(LIKELIEST);
        return hits.size() > most ? List.copyOf(hits.subList(0, most)) : hits;
    }

    /** Why the record of these cells has the probability that it has with one of the index. */
    public Explanation explain(String list, Function<String, String> cell, int other, Question question) {
        UmkmRecord record = UmkmRecord.of(cell);
        turn.lock();
        try {
            umkm.guest(known(list), record);
            return Weights.explanation(mixture, other, umkm.rows(), question);
        } finally {
            turn.unlock();
        }
    }

    /** Why two records of the index have the probability that they have. */
    public Explanation explain(int a, int b, Question question) {
        turn.lock();
        try {
            return Weights.explanation(mixture, a, b, question);
        } finally {
            turn.unlock();
        }
    }

    /** The number of a list of which something was learned; -1 of others, about which the model is silent. */
    private int known(String list) {
        int at = sources.indexOf(list);
        return at < learned ? at : -1;
    }

    /** The records that share a block with this one, each once, into {@code found}. */
    private int candidates(int record, int there, int most) {
        if (++stamps == Integer.MAX_VALUE) {
            Arrays.fill(stamp, 0);
            stamps = 1;
        }
        int used = 0;
        for (Blocks of : blocks) {
            of.find(record, Math.min(most, of.limit()), there, gone);
            for (int i = 0; i < of.size(); i++) {
                int other = of.found(i);
                if (stamp[other] == stamps) continue;
                stamp[other] = stamps;
                if (used == found.length) found = Arrays.copyOf(found, used * 2);
                found[used++] = other;
            }
        }
        return used;
    }

    private float scoredBusiness;
    private float scoredOwner;

    private void score(int a, int b) {
        int x = Math.min(a, b);
        int y = Math.max(a, b);
        for (int c = 0; c < levels.length; c++) levels[c] = (byte) mixture.comparisons[c].level(x, y, scratch);
        mixture.posterior(levels, posterior);
        float[] both = mixture.answers(posterior);
        scoredBusiness = businessTuning == null ? both[0] : businessTuning.apply(levels, 0, both[0]);
        scoredOwner = ownerTuning == null ? both[1] : ownerTuning.apply(levels, 0, both[1]);
    }

    private double business() {
        return scoredBusiness;
    }

    private double owner() {
        return scoredOwner;
    }

    // ---- changing ----

    /** Removes records, adds others, then groups the neighbourhoods of both anew. */
    public Outcome change(List<Integer> removed, List<Entry> entries) {
        change.lock();
        try {
            Map<Integer, Near> near = new HashMap<>();
            List<TreeSet<Integer>> seeds = List.of(new TreeSet<>(), new TreeSet<>());
            List<TreeSet<Integer>> numbers = List.of(new TreeSet<>(), new TreeSet<>());
            for (int q = 0; q < 2; q++) {
                if (!removed.isEmpty()) seeds.get(q).addAll(part(q, removed, near));
                for (int record : removed) numbers.get(q).add(groupings[q].number(record));
            }
            List<Said> said = new ArrayList<>();
            for (int record : removed) {
                turn.lock();
                try {
                    for (int q = 0; q < 2; q++) {
                        for (boolean joined : new boolean[] {true, false})
                            for (int[] pair : groupings[q].said(record, joined))
                                said.add(new Said(q, record, pair[0], joined));
                    }
                    // as it will be without the record: what just fits then was split before
                    for (Blocks of : blocks) {
                        of.find(record, of.limit(), 0, gone);
                        if (of.size() == of.limit()) alsoNear(of, seeds);
                    }
                    gone.set(record);
                    for (TreeSet<Integer> of : seeds) of.remove(record);
                    size--;
                    for (Grouping grouping : groupings) grouping.remove(record);
                } finally {
                    turn.unlock();
                }
            }
            near.clear();
            int first = umkm.rows();
            for (Entry entry : entries) {
                int record = add(entry, seeds);
                for (TreeSet<Integer> of : seeds) of.add(record);
            }
            sayAgain(said);
            List<Pair> pairs = new ArrayList<>();
            for (int record = first; record < first + entries.size(); record++) {
                Near own = near(record, near);
                for (int i = 0; i < own.other.length; i++)
                    if (own.other[i] < record) pairs.add(new Pair(record, own.other[i], own.business[i], own.owner[i]));
            }
            return new Outcome(
                    pairs,
                    regroup(0, seeds.get(0), numbers.get(0), near),
                    regroup(1, seeds.get(1), numbers.get(1), near));
        } finally {
            change.unlock();
        }
    }

    private record Said(int question, int record, int other, boolean joined) {}

    /** What was said of a record holds for the one that came in its place. */
    private void sayAgain(List<Said> all) {
        turn.lock();
        try {
            for (Said one : all) {
                int a = row(sources.get(source[one.record]), ids[one.record]);
                int b = row(sources.get(source[one.other]), ids[one.other]);
                if (a < 0 || b < 0) continue;
                groupings[one.question].state(a, b, one.joined);
                judged.get(one.question).put(key(a, b), one.joined);
            }
        } finally {
            turn.unlock();
        }
    }

    /** A block that goes over its limit, or no more does, changes the pairs of all its records. */
    private static void alsoNear(Blocks block, List<TreeSet<Integer>> seeds) {
        for (TreeSet<Integer> of : seeds) for (int i = 0; i < block.size(); i++) of.add(block.found(i));
    }

    private int add(Entry entry, List<TreeSet<Integer>> seeds) {
        UmkmRecord record = UmkmRecord.of(entry.cell);
        turn.lock();
        try {
            int row = umkm.rows();
            int list = number(entry.source);
            umkm.keep(list < learned ? list : -1, record);
            if (row >= stamp.length) {
                int room = row + 1 + Math.max(64, row / 8);
                stamp = Arrays.copyOf(stamp, room);
                source = Arrays.copyOf(source, room);
                ids = Arrays.copyOf(ids, room);
                table.moved(source, ids);
            }
            source[row] = (byte) list;
            ids[row] = entry.id;
            table.put(row);
            size++;
            // as it was without the record: what just fitted is split from now on
            for (Blocks of : blocks) {
                of.find(row, of.limit(), 0, gone);
                if (of.size() == of.limit()) alsoNear(of, seeds);
                of.add(row, gone);
            }
            for (Grouping grouping : groupings) grouping.add(row);
            return row;
        } finally {
            turn.unlock();
        }
    }

    /**
     * A person says of two records that they are the same, or that they are not. One business has one owner, and of different owners are
     * different businesses.
     */
    public Outcome judge(int a, int b, Question question, boolean same) {
        change.lock();
        try {
            Map<Integer, Near> near = new HashMap<>();
            List<Collection<Integer>> seeds = new ArrayList<>();
            for (int q = 0; q < 2; q++) seeds.add(part(q, List.of(a, b), near));
            turn.lock();
            try {
                judged.get(question.ordinal()).put(key(a, b), same);
                groupings[question.ordinal()].state(a, b, same);
                if (question == Question.BUSINESS && same) groupings[1].state(a, b, true);
                if (question == Question.OWNER && !same) groupings[0].state(a, b, false);
            } finally {
                turn.unlock();
            }
            near.clear();
            return new Outcome(
                    List.of(), regroup(0, seeds.get(0), List.of(), near), regroup(1, seeds.get(1), List.of(), near));
        } finally {
            change.unlock();
        }
    }

    /** The records that one of the index was compared with and may be the same as, the likeliest first. */
    public List<Hit> near(int record) {
        Near near = near(record, new HashMap<>());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < near.other.length; i++) hits.add(new Hit(near.other[i], near.business[i], near.owner[i]));
        hits.sort(LIKELIEST);
        return hits;
    }

    /** A list in which a thing stands once. */
    public void once(String list) {
        turn.lock();
        try {
            for (Grouping grouping : groupings) grouping.once(number(list));
        } finally {
            turn.unlock();
        }
    }

    private int number(String list) {
        int at = sources.indexOf(list);
        if (at >= 0) return at;
        if (sources.size() == Byte.MAX_VALUE) throw new IllegalStateException("The index is full: too many lists");
        sources.add(list);
        return sources.size() - 1;
    }

    /** What was judged before the index began: the probabilities follow it as they did then. */
    public void judged(int a, int b, Question question, boolean same) {
        judged.get(question.ordinal()).put(key(a, b), same);
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** The cluster of a record. */
    public Group cluster(int record, Question question) {
        Map<Integer, Near> near = new HashMap<>();
        int q = question.ordinal();
        int[] members;
        int number;
        turn.lock();
        try {
            members = groupings[q].members(record);
            number = groupings[q].number(record);
        } finally {
            turn.unlock();
        }
        return new Group(number, members, weakest(q, members, near));
    }

    // ---- neighbourhoods ----

    private Near near(int record, Map<Integer, Near> known) {
        Near there = known.get(record);
        if (there != null) return there;
        turn.lock();
        try {
            int candidates = candidates(record, 1, Integer.MAX_VALUE);
            int[] other = new int[candidates];
            float[] business = new float[candidates];
            float[] owner = new float[candidates];
            int used = 0;
            for (int i = 0; i < candidates; i++) {
                score(record, found[i]);
                Boolean ofBusiness = judged.get(0).get(key(record, found[i]));
                if (ofBusiness != null) scoredBusiness = ofBusiness ? 1 : 0;
                Boolean ofOwner = judged.get(1).get(key(record, found[i]));
                if (ofOwner != null) scoredOwner = ofOwner ? 1 : 0;
                if (scoredBusiness <= LEAST && scoredOwner <= LEAST) continue;
                other[used] = found[i];
                business[used] = scoredBusiness;
                owner[used++] = scoredOwner;
            }
            Near made = new Near(Arrays.copyOf(other, used), Arrays.copyOf(business, used), Arrays.copyOf(owner, used));
            known.put(record, made);
            return made;
        } finally {
            turn.unlock();
        }
    }

    /** The records that pairs above the threshold and statements connect to these; ascending. */
    private TreeSet<Integer> part(int q, Collection<Integer> seeds, Map<Integer, Near> known) {
        Grouping grouping = groupings[q];
        TreeSet<Integer> seen = new TreeSet<>(seeds);
        List<Integer> open = new ArrayList<>(seeds);
        while (!open.isEmpty()) {
            int record = open.remove(open.size() - 1);
            Near near = near(record, known);
            float[] probability = q == 0 ? near.business : near.owner;
            for (int i = 0; i < near.other.length; i++)
                if (probability[i] >= grouping.threshold && seen.add(near.other[i])) open.add(near.other[i]);
            for (int[] stated : grouping.said(record, true)) if (seen.add(stated[0])) open.add(stated[0]);
        }
        return seen;
    }

    private Regrouped regroup(
            int q, Collection<Integer> seeds, Collection<Integer> numbersOfGone, Map<Integer, Near> known) {
        TreeSet<Integer> part = part(q, seeds, known);
        int[] members = part.stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < members.length; i++) place.put(members[i], i);
        int count = 0;
        int[] a = new int[64];
        int[] b = new int[64];
        float[] probability = new float[64];
        for (int i = 0; i < members.length; i++) {
            Near near = near(members[i], known);
            for (int e = 0; e < near.other.length; e++) {
                Integer other = place.get(near.other[e]);
                if (other == null || other <= i) continue;
                if (count == a.length) {
                    a = Arrays.copyOf(a, count * 2);
                    b = Arrays.copyOf(b, count * 2);
                    probability = Arrays.copyOf(probability, count * 2);
                }
                a[count] = i;
                b[count] = other;
                probability[count++] = q == 0 ? near.business[e] : near.owner[e];
            }
        }
        byte[] sourceOf = new byte[members.length];
        long[] identity = new long[members.length];
        Grouping.Change done;
        turn.lock();
        try {
            for (int i = 0; i < members.length; i++) {
                sourceOf[i] = source[members[i]];
                identity[i] = Clusters.identity(sources.get(sourceOf[i]), ids[members[i]]);
            }
            done = groupings[q].regroup(
                    members,
                    Arrays.copyOf(a, count),
                    Arrays.copyOf(b, count),
                    Arrays.copyOf(probability, count),
                    sourceOf,
                    identity,
                    numbersOfGone);
        } finally {
            turn.unlock();
        }
        List<Group> changed = new ArrayList<>();
        for (int record : done.changed()) {
            int[] of = groupings[q].members(record);
            changed.add(new Group(groupings[q].number(record), of, weakest(q, of, known)));
        }
        return new Regrouped(done.retired(), changed);
    }

    /** The weakest link of the strongest tree over a cluster; 0 where no tree reaches all of it. */
    private double weakest(int q, int[] members, Map<Integer, Near> known) {
        double weakest = 1;
        BitSet reached = new BitSet();
        reached.set(members[0]);
        double[] best = new double[members.length];
        int at = members[0];
        for (int round = 1; round < members.length; round++) {
            Near near = near(at, known);
            for (int i = 0; i < near.other.length; i++) {
                int place = Arrays.binarySearch(members, near.other[i]);
                if (place >= 0) best[place] = Math.max(best[place], q == 0 ? near.business[i] : near.owner[i]);
            }
            int chosen = -1;
            for (int i = 0; i < members.length; i++)
                if (!reached.get(members[i]) && (chosen < 0 || best[i] > best[chosen])) chosen = i;
            weakest = Math.min(weakest, best[chosen]);
            at = members[chosen];
            reached.set(at);
        }
        return weakest;
    }
}
