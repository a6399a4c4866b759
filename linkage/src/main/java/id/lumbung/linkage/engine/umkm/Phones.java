package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Telephone numbers. */
final class Phones {

    private static final String COLUMN = "telp";

    private final Texts texts = new Texts();
    /** The number of a record. */
    int[] of;

    char[][] chars;
    /** How many records give a number. */
    int[] count;

    private final Commonness common;
    /** The same for the same number in every run. */
    long[] key;

    Phones(Columns columns) {
        of = columns.codes(COLUMN, texts, UmkmText::phone);
        count = Columns.counts(of, texts.size() + 1);
        common = columns.common;
        for (int i = 1; i < texts.size(); i++) count[i] = countOf(count[i], texts.text(i));
        chars = new char[texts.size() + 1][];
        key = new long[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) put(i, texts.text(i));
    }

    private void put(int slot, String number) {
        chars[slot] = number.toCharArray();
        key[slot] = Hash.of(number);
    }

    /** What the lists at hand or those before them say, whichever is more: they may be the same records. */
    private int countOf(int own, String number) {
        Map<String, Double> before = common.reference.phones();
        int known =
                before.isEmpty() ? 0 : before.getOrDefault(hashed(number), 0.0).intValue();
        return Math.max(common.own > 0 ? own : 1, known);
    }

    private static String hashed(String number) {
        return Long.toHexString(Hash.of(number));
    }

    /** Only those that so many give that they are nobody's own. */
    Map<String, Double> known() {
        Map<String, Double> known = new TreeMap<>(common.reference.phones());
        for (int i = 1; i < texts.size(); i++)
            if (count[i] >= Reference.LEAST) known.put(hashed(texts.text(i)), (double) count[i]);
        return known;
    }

    void guest(int record, UmkmRecord it) {
        String number = it.phone();
        int slot = Columns.slot(texts, number);
        of[record] = slot;
        if (slot < texts.size()) return;
        put(slot, number);
        count[slot] = countOf(1, number);
    }

    void keep(int record, UmkmRecord it) {
        guest(record, it);
        texts.code(it.phone());
        if (texts.size() < chars.length) return;
        int size = Columns.more(texts.size());
        chars = Arrays.copyOf(chars, size);
        count = Arrays.copyOf(count, size);
        key = Arrays.copyOf(key, size);
    }

    void rows(int size) {
        of = Arrays.copyOf(of, size);
    }
}
