package id.lumbung.linkage.engine.umkm;

import java.util.Arrays;

/** What comparisons ask of a record, in one line of the processor's cache: sixteen numbers. */
final class Lines {

    private static final int WIDTH = 4;

    static final int PERSON = 0;
    static final int CARD = 1;
    static final int BORN = 2;
    static final int PHONE = 3;
    static final int ADDRESS = 4;
    static final int VILLAGE = 5;
    static final int CORE = 6;
    static final int KBLI = 7;
    static final int SECTOR = 8;
    static final int KIND = 9;
    static final int KEC = 10;
    static final int SOURCE = 11;
    static final int CORE_OWNER = 12;
    static final int NAME_LETTERS = 13;
    static final int CORE_LETTERS = 14;

    private int[] row;

    Lines(int records) {
        row = new int[records << WIDTH];
    }

    void rows(int records) {
        row = Arrays.copyOf(row, records << WIDTH);
    }

    int at(int record, int what) {
        return row[record << WIDTH | what];
    }

    void put(int record, int what, int value) {
        row[record << WIDTH | what] = value;
    }
}
