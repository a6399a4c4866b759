package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.function.Function;

/** Telephone numbers. */
final class Phones {

    private static final String COLUMN = "telp";

    private final Texts texts = new Texts();
    /** The number of a record. */
    final int[] of;

    final char[][] chars;
    /** How many records give a number. */
    final int[] count;

    Phones(Columns columns) {
        of = columns.codes(COLUMN, texts, UmkmText::phone);
        count = Columns.counts(of, texts.size() + 1);
        chars = new char[texts.size() + 1][];
        for (int i = 0; i < texts.size(); i++) chars[i] = texts.text(i).toCharArray();
    }

    void guest(int record, Function<String, String> cell) {
        String number = UmkmText.phone(cell.apply(COLUMN));
        int slot = Columns.slot(texts, number);
        of[record] = slot;
        if (slot < texts.size()) return;
        chars[slot] = number.toCharArray();
        count[slot] = 1;
    }
}
