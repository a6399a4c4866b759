package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.engine.Texts;
import id.lumbung.linkage.engine.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The columns of all lists, one after the other; each distinct text is brought into its standard form once. */
final class Columns {

    static final int[] NONE = new int[0];

    private final List<RawList> lists;
    private final Workers workers;
    final int rows;
    final Commonness common;

    Columns(List<RawList> lists, Reference reference, boolean learning, Workers workers) {
        this.lists = lists;
        this.workers = workers;
        rows = lists.stream().mapToInt(RawList::rows).sum();
        common = Commonness.of(reference, learning, rows);
    }

    /** The code of each row's standard form; one more place stands free for a guest. */
    int[] codes(String columnName, Texts into, Function<String, String> standard) {
        int[] out = new int[rows + 1];
        int from = 0;
        for (RawList list : lists) {
            Column column = list.column(columnName);
            if (column != null) {
                String[] values = column.values();
                String[] done = new String[values.length];
                workers.forRange(values.length, 4096, (lo, hi) -> {
                    for (int i = lo; i < hi; i++) done[i] = standard.apply(values[i]);
                });
                int[] translated = new int[values.length];
                for (int i = 0; i < values.length; i++) translated[i] = into.code(done[i]);
                int[] codes = column.codes();
                for (int i = 0; i < codes.length; i++) out[from + i] = translated[codes[i]];
            }
            from += list.rows();
        }
        return out;
    }

    /** Work on the rows, in parallel. */
    void forRows(int step, Workers.Range work) {
        workers.forRange(rows, step, work);
    }

    static int[] counts(int[] codes, int size) {
        int[] count = new int[size];
        for (int code : codes) count[code]++;
        return count;
    }

    /** The words of a standard form as codes. */
    static int[] words(String text, Texts into) {
        return text.isEmpty()
                ? NONE
                : Arrays.stream(text.split(" ")).mapToInt(into::code).toArray();
    }

    /** Room for one more, and some to spare: what grows, grows by an eighth. */
    static int more(int size) {
        return size + Math.max(64, size / 8);
    }

    /** The code of a guest's text; the place after the last one when no list holds it. */
    static int slot(Texts texts, String text) {
        int code = texts.find(text);
        return code < 0 ? texts.size() : code;
    }
}
