package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.Map;

/** The names of owners, as sounds without titles. */
final class Names {

    private static final String COLUMN = "nama_pemilik";

    final Tokens tokens;
    final Texts texts = new Texts();
    /** The name of a record. */
    int[] of;
    /** A name without its blanks. */
    char[][] joined;

    int[][] words;
    /** How many records carry a name. */
    int[] count;

    byte[] rarity;
    private final Commonness common;

    /** The same for the same name in every run. */
    long[] key;

    Names(Columns columns, Tokens tokens) {
        this.tokens = tokens;
        of = columns.codes(COLUMN, texts, UmkmText::person);
        int size = texts.size();
        joined = new char[size + 1][];
        words = new int[size + 1][];
        key = new long[size + 1];
        for (int i = 0; i < size; i++) {
            String text = texts.text(i);
            String whole = text.replace(" ", "");
            joined[i] = whole.toCharArray();
            key[i] = Hash.of(whole);
            words[i] = Columns.words(text, tokens.texts);
        }
        count = Columns.counts(of, size + 1);
        common = columns.common;
        rarity = new byte[size + 1];
        for (int i = 1; i < size; i++) rarity[i] = rarityOf(i, texts.text(i));
    }

    void guest(int record, UmkmRecord it) {
        String text = it.name();
        int slot = Columns.slot(texts, text);
        of[record] = slot;
        if (slot < texts.size()) return;
        String whole = text.replace(" ", "");
        joined[slot] = whole.toCharArray();
        key[slot] = Hash.of(whole);
        count[slot] = 1;
        rarity[slot] = rarityOf(slot, text);
        words[slot] = tokens.guest(text, true);
    }

    void keep(int record, UmkmRecord it) {
        tokens.keep(it.name());
        guest(record, it);
        texts.code(it.name());
        if (texts.size() >= joined.length) {
            int size = Columns.more(texts.size());
            joined = Arrays.copyOf(joined, size);
            words = Arrays.copyOf(words, size);
            count = Arrays.copyOf(count, size);
            rarity = Arrays.copyOf(rarity, size);
            key = Arrays.copyOf(key, size);
        }
    }

    void rows(int size) {
        of = Arrays.copyOf(of, size);
    }

    private byte rarityOf(int name, String text) {
        return common.rarity(common.count(count[name], common.reference.names(), text));
    }

    Commonness common() {
        return common;
    }

    Map<String, Double> known() {
        return common.known(texts, count, common.reference.names());
    }

    int[] wordsOf(int record) {
        return words[of[record]];
    }
}
