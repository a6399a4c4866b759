package id.lumbung.linkage;

import id.lumbung.linkage.engine.Index;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Question;
import id.lumbung.linkage.engine.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of a linkage, living on: asked about one more record (the hint at the counter that a business may be there already),
 * added to, removed from, with clusters that are kept up and whose numbers outlive every change.
 *
 * <p><b>Same as from scratch.</b> Weights, thresholds and what is rare stay as they were learned when the index began; only what is near a change is grouped anew. The
 * clusters are those that a run over all records would give, whatever the order and number of the changes, as long as that run has the
 * same weights, thresholds and counts of names, and no village came that was not known when they were learned. When
 * the index has grown by a tenth, link the lists anew and go on with {@link Linkage#index(Map, Map)}, which keeps the numbers.
 *
 * <p><b>Threads.</b> All methods may be called from any thread. They take turns, in the order of their coming; a change gives up its turn after
 * every record, so that a look-up waits for the one before it, a fraction of a millisecond, and not for a thousand records. Changes wait for each other.
 *
 * <p><b>Memory.</b> No pair is kept. A record costs about 400 bytes with its blocks; one that was removed or replaced gives back its place in the blocks
 * and clusters, and the rest when the index is made anew.
 */
public final class LinkageIndex {

    /** A record that may be the same. */
    public record Match(RecordRef record, double business, double owner) {}

    /** A record to come: texts by column, see {@link RecordList}; what is not named is not known. */
    public record Entry(RecordRef record, Map<String, String> cells) {
        public Entry {
            cells = Map.copyOf(cells);
        }
    }

    private final Index index;

    LinkageIndex(Index index) {
        this.index = index;
    }

    /**
     * An index without a record, for an office that begins: a pair has the probability that the weights of the settings give it in any
     * company. The lists that are stated to hold a thing once are kept to; judgements come with {@link #same} and {@link #different}.
     */
    public static LinkageIndex empty(LinkageSettings settings) {
        LinkageSettings fromWeights = settings.withWeights(settings.weights(), Learning.FROM_WEIGHTS);
        try (Workers workers = new Workers(1)) {
            Index index = Run.emptyIndex(fromWeights.knowledge(), workers);
            settings.oncePerSource().forEach(index::once);
            return new LinkageIndex(index);
        }
    }

    /**
     * What a record may be the same as, the likeliest first.
     *
     * @param source the list that the record would stand in; a name that is not known is a list of its own
     * @param cells texts by column, see {@link RecordList}; what is not named is not known
     * @param least no match is given whose probability of the same owner is smaller
     */
    public List<Match> find(String source, Map<String, String> cells, double least, int most) {
        List<Match> matches = new ArrayList<>();
        for (Index.Hit hit : index.find(source, column -> cells.getOrDefault(column, ""), least, most))
            matches.add(new Match(ref(hit.record()), hit.business(), hit.owner()));
        return matches;
    }

    /** The records that one of the index was compared with and may be the same as (above 0.01), the likeliest first. */
    public List<Match> matches(RecordRef record) {
        List<Match> matches = new ArrayList<>();
        for (Index.Hit hit : index.near(there(record)))
            matches.add(new Match(ref(hit.record()), hit.business(), hit.owner()));
        return matches;
    }

    /** Why a record that is not in the index has the probability that it has with one that is. */
    public Explanation explain(String source, Map<String, String> cells, RecordRef other, Level level) {
        return index.explain(
                source, column -> cells.getOrDefault(column, ""), there(other), Question.valueOf(level.name()));
    }

    /** Why two records of the index have the probability that they have. */
    public Explanation explain(RecordRef a, RecordRef b, Level level) {
        return index.explain(there(a), there(b), Question.valueOf(level.name()));
    }

    public boolean contains(RecordRef record) {
        return index.find(record.source(), record.id()) >= 0;
    }

    public int size() {
        return index.size();
    }

    public IndexChange add(RecordRef record, Map<String, String> cells) {
        return add(List.of(new Entry(record, cells)));
    }

    /** Adds records that are not there yet: all of them, or none where one is there. */
    public IndexChange add(Collection<Entry> entries) {
        return change(Set.of(), entries);
    }

    public IndexChange remove(RecordRef record) {
        return change(Set.of(record), List.of());
    }

    /** Puts a record in the place of the one that has this name. */
    public IndexChange replace(RecordRef record, Map<String, String> cells) {
        return change(Set.of(record), List.of(new Entry(record, cells)));
    }

    /** Removes records that are there and adds others, possibly of the same names, at once. */
    public IndexChange change(Collection<RecordRef> removed, Collection<Entry> added) {
        Set<RecordRef> leaving = new LinkedHashSet<>(removed);
        Set<RecordRef> coming = new LinkedHashSet<>();
        List<Index.Entry> entries = new ArrayList<>();
        for (Entry entry : added) {
            RecordRef record = entry.record();
            if (!coming.add(record) || contains(record) && !leaving.contains(record))
                throw new IllegalArgumentException("There already: " + record);
            entries.add(new Index.Entry(
                    record.source(), record.id(), column -> entry.cells().getOrDefault(column, "")));
        }
        return told(index.change(leaving.stream().map(this::there).toList(), entries));
    }

    /** A person says that two are the same business: they are joined, and of one owner, whatever the probability. */
    public IndexChange same(RecordRef a, RecordRef b) {
        return told(index.judge(there(a), there(b), Question.BUSINESS, true));
    }

    /** A person says that two are different businesses: they are never joined as one; of one owner they may be. */
    public IndexChange different(RecordRef a, RecordRef b) {
        return told(index.judge(there(a), there(b), Question.BUSINESS, false));
    }

    /** A person says that two are of one owner; of the businesses that says nothing. */
    public IndexChange sameOwner(RecordRef a, RecordRef b) {
        return told(index.judge(there(a), there(b), Question.OWNER, true));
    }

    /** A person says that two are of different owners, and so different businesses. */
    public IndexChange differentOwner(RecordRef a, RecordRef b) {
        return told(index.judge(there(a), there(b), Question.OWNER, false));
    }

    /** The cluster that a record is in, with its number. */
    public Cluster cluster(RecordRef record, Level level) {
        return cluster(index.cluster(there(record), Question.valueOf(level.name())));
    }

    private int there(RecordRef record) {
        int row = index.find(record.source(), record.id());
        if (row < 0) throw new IllegalArgumentException("No such record: " + record);
        return row;
    }

    private RecordRef ref(int record) {
        return new RecordRef(index.sourceOf(record), index.idOf(record));
    }

    private Cluster cluster(Index.Group group) {
        List<RecordRef> members = new ArrayList<>();
        for (int member : group.members()) members.add(ref(member));
        return new Cluster(group.number(), members, group.weakest());
    }

    private IndexChange told(Index.Outcome outcome) {
        return new IndexChange(
                outcome.pairs().stream()
                        .map(pair -> new IndexChange.Compared(
                                ref(pair.added()), ref(pair.other()), pair.business(), pair.owner()))
                        .toList(),
                outcome.business().changed().stream().map(this::cluster).toList(),
                outcome.owner().changed().stream().map(this::cluster).toList(),
                new TreeSet<>(outcome.business().retired()),
                new TreeSet<>(outcome.owner().retired()));
    }
}
