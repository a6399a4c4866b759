package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RecordTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known to be the same: one label a record and question. Records without a label are the same as none. */
record Truth(int[] business, int @Nullable [] owner) {

    static Truth stated(RawList truth, Model model) {
        return new Truth(labels(truth, model, "business_id"), labels(truth, model, "owner_id"));
    }

    private static int[] labels(RawList truth, Model model, String column) {
        RecordTable at = RecordTable.of(model);
        int[] labels = none(model.size());
        RawList.Column source = truth.column("source");
        RawList.Column id = truth.column("rec_id");
        RawList.Column label = truth.column(column);
        if (source == null || id == null || label == null)
            throw new IllegalArgumentException("truth.csv has no column " + column);
        for (int i = 0; i < truth.rows(); i++) {
            int r = at.row(source.text(i), id.text(i));
            if (r >= 0) labels[r] = label.codes()[i];
        }
        return labels;
    }

    /** Pairs of ids; whichever of the two lists a column speaks of. */
    static Truth mapped(RawList mapping, Model model) {
        int[] labels = none(model.size());
        RecordTable at = RecordTable.of(model);
        String[] sources = model.sources();
        for (int turn = 0; turn < 2; turn++) {
            int found = 0;
            for (int i = 0; i < mapping.rows(); i++) {
                int a = at.row(sources[turn], mapping.columns().get(0).text(i));
                int b = at.row(sources[1 - turn], mapping.columns().get(1).text(i));
                if (a < 0 || b < 0) continue;
                found++;
                int label = labels[a] >= 0 ? labels[a] : labels[b] >= 0 ? labels[b] : i;
                labels[a] = label;
                labels[b] = label;
            }
            if (found > mapping.rows() / 2) break;
            labels = none(model.size());
        }
        return new Truth(labels, null);
    }

    /** {@code rec-12-org} and {@code rec-12-dup-0} are the same. */
    static @Nullable Truth ofIds(Model model) {
        int[] labels = none(model.size());
        for (int r = 0; r < labels.length; r++) {
            String[] parts = model.ids()[r].split("-", -1);
            if (parts.length < 3 || !parts[0].equals("rec")) return null;
            labels[r] = Integer.parseInt(parts[1]);
        }
        return new Truth(labels, null);
    }

    private static int[] none(int size) {
        int[] labels = new int[size];
        Arrays.setAll(labels, r -> -2 - r);
        return labels;
    }
}
