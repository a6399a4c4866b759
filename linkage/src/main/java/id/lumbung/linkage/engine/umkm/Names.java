package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Map;
import java.util.function.Function;

/** The names of owners, as sounds without titles. */
final class Names {

    private static final String COLUMN = "nama_pemilik";

    final Tokens tokens;
    final Texts texts = new Texts();
    /** The name of a record. */
    final int[] of;
    /** A name without its blanks. */
    final char[][] joined;

    final int[][] words;
    /** How many records carry a name. */
    final int[] count;

    final byte[] rarity;
    private final Commonness common;

    /** The same for the same name in every run. */
    final long[] key;

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

    void guest(int record, Function<String, String> cell) {
        String text = UmkmText.person(cell.apply(COLUMN));
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
