package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;

/** Numbers of identity cards (NIK), whole or in part. */
final class Cards {

    private static final String COLUMN = "nik";

    private final Texts texts = new Texts();
    /** The card of a record. */
    int[] of;

    char[][] digits;
    boolean[] whole;
    /** All but the last digit of a whole number; 0 for others. */
    long[] key;

    Cards(Columns columns) {
        of = columns.codes(COLUMN, texts, UmkmText::nik);
        int size = texts.size();
        digits = new char[size + 1][];
        whole = new boolean[size + 1];
        key = new long[size + 1];
        for (int i = 0; i < size; i++) read(i, texts.text(i));
    }

    private void read(int slot, String text) {
        digits[slot] = text.toCharArray();
        whole[slot] = text.length() == 16 && text.indexOf('?') < 0;
        key[slot] = whole[slot] ? Hash.of(text.substring(0, 15)) : 0;
    }

    /** The date of birth (yyyymmdd) that the card of a record tells; 0 when it does not. */
    int birth(int record) {
        char[] c = digits[of[record]];
        if (c.length != 16) return 0;
        for (int i = 6; i < 12; i++) if (c[i] == '?') return 0;
        int d = (c[6] - '0') * 10 + c[7] - '0';
        if (d > 40) d -= 40;
        int m = (c[8] - '0') * 10 + c[9] - '0';
        int y = (c[10] - '0') * 10 + c[11] - '0';
        y += y <= 12 ? 2000 : 1900;
        return m < 1 || m > 12 || d < 1 || d > 31 ? 0 : y * 10000 + m * 100 + d;
    }

    void guest(int record, UmkmRecord it) {
        String number = it.nik();
        int slot = Columns.slot(texts, number);
        of[record] = slot;
        if (slot == texts.size()) read(slot, number);
    }

    void keep(int record, UmkmRecord it) {
        guest(record, it);
        texts.code(it.nik());
        if (texts.size() < digits.length) return;
        int size = Columns.more(texts.size());
        digits = Arrays.copyOf(digits, size);
        whole = Arrays.copyOf(whole, size);
        key = Arrays.copyOf(key, size);
    }

    void rows(int size) {
        of = Arrays.copyOf(of, size);
    }
}
