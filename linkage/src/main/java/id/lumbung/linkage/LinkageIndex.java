package id.lumbung.linkage;

import id.lumbung.linkage.engine.Index;
import id.lumbung.linkage.engine.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The records of a linkage, ready to be asked about one more: the hint at the counter that a business may be there already. Look-ups
 * take turns and may come from any thread.
 */
public final class LinkageIndex {

    /** A record that may be the same. */
    public record Match(RecordRef record, double business, double owner) {}

    private final Index index;
    private final Model model;

    LinkageIndex(Index index, Model model) {
        this.index = index;
        this.model = model;
    }

    /**
     * What a record may be the same as, the likeliest first.
     *
     * @param source the list that the record would stand in; a name that is not known is a list of its own
     * @param cells texts by column, see {@link RecordList}; what is not named is not known
     * @param least no match is given whose probability of the same owner is smaller
     */
    public List<Match> find(String source, Map<String, String> cells, double least, int most) {
        int list = List.of(model.sources()).indexOf(source);
        List<Match> matches = new ArrayList<>();
        for (Index.Hit hit : index.find(list, column -> cells.getOrDefault(column, ""), least, most))
            matches.add(new Match(
                    new RecordRef(model.sources()[model.source()[hit.record()]], model.ids()[hit.record()]),
                    hit.business(),
                    hit.owner()));
        return matches;
    }
}
