package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Texts;
import java.util.Arrays;
import java.util.Map;

/** The words of owners' and of businesses' names, as sounds. */
final class Tokens {

    /** Words of a guest that no list holds. */
    private static final int SPARE = 32;

    final Texts texts = new Texts();
    char[][] chars = new char[0][];
    /** The letters of a word as a set. */
    int[] letters = Columns.NONE;
    /** How many records have an owner who carries the word. */
    int[] count = Columns.NONE;

    byte[] rarity = new byte[0];

    long[] prefix = new long[0];
    long[] suffix = new long[0];

    private final Commonness common;

    Tokens(Commonness common) {
        this.common = common;
    }

    /** When all words are known. */
    void seal(Names names) {
        int size = texts.size() + SPARE;
        chars = new char[size][];
        letters = new int[size];
        prefix = new long[size];
        suffix = new long[size];
        for (int i = 0; i < texts.size(); i++) put(i, texts.text(i));
        count = new int[size];
        for (int i = 0; i < names.texts.size(); i++) for (int token : names.words[i]) count[token] += names.count[i];
        rarity = new byte[size];
        for (int i = 1; i < texts.size(); i++) rarity[i] = rarityOf(i, texts.text(i));
    }

    private byte rarityOf(int token, String word) {
        return common.rarity(common.count(count[token], common.reference.words(), word));
    }

    Map<String, Double> known() {
        return common.known(texts, count, common.reference.words());
    }

    private void put(int token, String word) {
        chars[token] = word.toCharArray();
        letters[token] = letters(chars[token]);
        prefix[token] = Hash.of(word.substring(0, Math.min(4, word.length())));
        suffix[token] = Hash.of(word.substring(Math.max(0, word.length() - 4)));
    }

    /** The words of a guest; the first or second half of the spare places holds those that are new. */
    int[] guest(String text, boolean first) {
        String[] words = text.split(" ");
        int spare = texts.size() + (first ? 0 : SPARE / 2);
        int[] own = new int[Math.min(words.length, SPARE / 2)];
        for (int i = 0; i < own.length; i++) {
            own[i] = texts.find(words[i]);
            if (own[i] >= 0) continue;
            own[i] = spare + i;
            put(own[i], words[i]);
            count[own[i]] = 1;
            rarity[own[i]] = rarityOf(own[i], words[i]);
        }
        return own;
    }

    /** Words that stay. */
    void keep(String text) {
        if (text.isEmpty()) return;
        for (String word : text.split(" ")) {
            if (texts.find(word) >= 0) continue;
            int token = texts.code(word);
            room();
            put(token, word);
            count[token] = 1;
            rarity[token] = rarityOf(token, word);
        }
    }

    private void room() {
        if (texts.size() + SPARE <= chars.length) return;
        int size = Columns.more(texts.size() + SPARE);
        chars = Arrays.copyOf(chars, size);
        letters = Arrays.copyOf(letters, size);
        count = Arrays.copyOf(count, size);
        rarity = Arrays.copyOf(rarity, size);
        prefix = Arrays.copyOf(prefix, size);
        suffix = Arrays.copyOf(suffix, size);
    }

    static int letters(char[] word) {
        int set = 0;
        for (char c : word) set |= 1 << (c >= 'a' && c <= 'z' ? c - 'a' : c >= 'A' && c <= 'Z' ? c - 'A' : 26 + c % 6);
        return set;
    }

    static boolean endsWith(char[] whole, char[] end) {
        int shift = whole.length - end.length;
        return shift >= 0 && Arrays.equals(whole, shift, whole.length, end, 0, end.length);
    }

    static boolean startsWith(char[] whole, char[] begin) {
        return whole.length >= begin.length && Arrays.equals(whole, 0, begin.length, begin, 0, begin.length);
    }
}
