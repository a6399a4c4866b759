package id.lumbung.linkage.engine;

import java.util.List;

/** Rows by the list and the id of their record; two small numbers a row, and no text of its own. */
public final class RecordTable {

    private final List<String> sources;
    private byte[] source;
    private String[] ids;
    /** Rows and one; 0 is free. */
    private int[] table;

    private int used;

    RecordTable(List<String> sources, byte[] source, String[] ids, int rows) {
        this.sources = sources;
        this.source = source;
        this.ids = ids;
        table = new int[Integer.highestOneBit(Math.max(64, rows * 2 - 1)) * 2];
        for (int r = 0; r < rows; r++) put(r);
    }

    public static RecordTable of(Model model) {
        return new RecordTable(List.of(model.sources()), model.source(), model.ids(), model.size());
    }

    /** The arrays that hold the records have moved. */
    void moved(byte[] sourceNow, String[] idsNow) {
        source = sourceNow;
        ids = idsNow;
    }

    /** A row that is there from now on; */
    void put(int row) {
        if ((used + 1) * 2 > table.length) {
            int[] before = table;
            table = new int[before.length * 2];
            used = 0;
            for (int one : before) if (one != 0) put(one - 1);
        }
        int slot = free(row);
        table[slot] = row + 1;
        used++;
    }

    private int free(int row) {
        int mask = table.length - 1;
        int slot = hash(sources.get(source[row]), ids[row]) & mask;
        while (table[slot] != 0) slot = slot + 1 & mask;
        return slot;
    }

    private static int hash(String list, String id) {
        int h = (list.hashCode() * 31 + id.hashCode()) * 0x9E3779B1;
        return h ^ h >>> 15;
    }

    /** Says of a row whether it counts. */
    @FunctionalInterface
    interface Counts {
        boolean row(int row);
    }

    /** The row of a record; -1 when it is not there. */
    public int row(String list, String id) {
        return row(list, id, r -> true);
    }

    int row(String list, String id, Counts counts) {
        int mask = table.length - 1;
        for (int slot = hash(list, id) & mask; table[slot] != 0; slot = slot + 1 & mask) {
            int r = table[slot] - 1;
            if (ids[r].equals(id) && sources.get(source[r]).equals(list) && counts.row(r)) return r;
        }
        return -1;
    }
}
