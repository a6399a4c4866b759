package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;

/** RT, RW and what else an address says. */
final class Addresses {

    private static final String COLUMN = "alamat";

    private final Texts texts = new Texts();
    private final Texts tokens = new Texts();
    /** The address of a record. */
    int[] of;

    int[] rt;
    int[] rw;
    /** The other words of an address, sorted. */
    int[][] words;

    Addresses(Columns columns) {
        of = columns.codes(COLUMN, texts, UmkmText::address);
        int size = texts.size();
        rt = new int[size + 1];
        rw = new int[size + 1];
        words = new int[size + 1][];
        for (int i = 0; i < size; i++) read(i, texts.text(i), false);
    }

    private void read(int slot, String text, boolean guest) {
        words[slot] = Columns.NONE;
        rt[slot] = 0;
        rw[slot] = 0;
        if (text.isEmpty()) return;
        int one = text.indexOf('|');
        int two = text.indexOf('|', one + 1);
        rt[slot] = Integer.parseInt(text.substring(0, one));
        rw[slot] = Integer.parseInt(text.substring(one + 1, two));
        String rest = text.substring(two + 1);
        if (rest.isEmpty()) return;
        String[] split = rest.split(" ");
        int[] own = new int[split.length];
        for (int i = 0; i < own.length; i++) {
            int code = guest ? tokens.find(split[i]) : tokens.code(split[i]);
            own[i] = code < 0 ? -1 - i : code;
        }
        Arrays.sort(own);
        words[slot] = own;
    }

    void guest(int record, UmkmRecord it) {
        String where = it.address();
        int slot = Columns.slot(texts, where);
        of[record] = slot;
        if (slot == texts.size()) read(slot, where, true);
    }

    void keep(int record, UmkmRecord it) {
        int rest = it.address().lastIndexOf('|') + 1;
        for (String word : it.address().substring(rest).split(" ")) if (!word.isEmpty()) tokens.code(word);
        guest(record, it);
        texts.code(it.address());
        if (texts.size() < words.length) return;
        int size = Columns.more(texts.size());
        rt = Arrays.copyOf(rt, size);
        rw = Arrays.copyOf(rw, size);
        words = Arrays.copyOf(words, size);
    }

    void rows(int size) {
        of = Arrays.copyOf(of, size);
    }

    /** RT and RW of a record as one number; 0 unless both are known. */
    int block(int record) {
        int address = of[record];
        return rt[address] == 0 || rw[address] == 0 ? 0 : rt[address] * 100 + rw[address];
    }
}
