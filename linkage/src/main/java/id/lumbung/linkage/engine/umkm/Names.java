package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
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
            key[i] = i == 0 ? 0 : whole.hashCode() + 7L;
            words[i] = Columns.words(text, tokens.texts);
        }
        count = Columns.counts(of, size + 1);
    }

    void guest(int record, Function<String, String> cell) {
        String text = UmkmText.person(cell.apply(COLUMN));
        int slot = Columns.slot(texts, text);
        of[record] = slot;
        if (slot < texts.size()) return;
        String whole = text.replace(" ", "");
        joined[slot] = whole.toCharArray();
        key[slot] = whole.hashCode() + 7L;
        count[slot] = 1;
        words[slot] = tokens.guest(text, true);
    }

    int[] wordsOf(int record) {
        return words[of[record]];
    }
}
