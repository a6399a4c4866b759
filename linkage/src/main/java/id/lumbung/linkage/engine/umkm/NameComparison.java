package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.engine.Similarity;
import id.lumbung.linkage.kernel.JaroWinkler;
import java.util.Arrays;

/** How the names of two owners agree: the same, rare or common, in other spelling, in part, by nickname. */
final class NameComparison extends Comparison {

    private final Lines lines;
    private final Names names;
    private final Tokens tokens;

    NameComparison(Lines lines, Names names) {
        super(
                "name",
                About.OWNER,
                new String[] {
                    "missing",
                    "same, very rare",
                    "same, rare",
                    "same, less common",
                    "same, common",
                    "same, very common",
                    "same, everywhere",
                    "same, other spacing or order",
                    "similar",
                    "part of the other",
                    "one common word of the other",
                    "nickname or initial",
                    "one word shared",
                    "different"
                },
                new double[] {0, 1, 1, 1, 1, 1, 1, 1, 0.9, 0.8, 0.6, 0.6, 0, -1});
        this.lines = lines;
        this.names = names;
        tokens = names.tokens;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        int na = lines.at(a, Lines.PERSON);
        int nb = lines.at(b, Lines.PERSON);
        if (na == 0 || nb == 0) return 0;
        if (na == nb) return 1 + names.rarity[na];
        int[] ta = names.words[na];
        int[] tb = names.words[nb];
        int maskA = lines.at(a, Lines.NAME_LETTERS);
        int maskB = lines.at(b, Lines.NAME_LETTERS);
        if (maskA == maskB && Arrays.equals(names.joined[na], names.joined[nb])) return 7;
        // the same for a pair in either order
        boolean left = ta.length != tb.length ? ta.length < tb.length : names.key[na] < names.key[nb];
        int[] small = left ? ta : tb;
        int[] large = left ? tb : ta;
        int exact = 0;
        int fuzzy = 0;
        int rarest = Integer.MAX_VALUE;
        int initial = 0;
        boolean[] used = scratch.used();
        for (int j = 0; j < large.length; j++) used[j] = false;
        for (int token : small) {
            boolean found = false;
            for (int j = 0; j < large.length; j++) {
                if (!used[j] && large[j] == token) {
                    used[j] = true;
                    exact++;
                    rarest = Math.min(rarest, tokens.rarity[token]);
                    found = true;
                    break;
                }
            }
            if (found) continue;
            int letters = tokens.letters[token];
            for (int j = 0; j < large.length; j++) {
                // one edit changes at most two letters of the set
                if (used[j] || Integer.bitCount(letters ^ tokens.letters[large[j]]) > 2) continue;
                char[] word = tokens.chars[token];
                char[] other = tokens.chars[large[j]];
                if (word.length >= 4 && other.length >= 4 && Similarity.oneEdit(word, other)) {
                    used[j] = true;
                    fuzzy++;
                    found = true;
                    break;
                }
            }
            if (found) continue;
            for (int j = 0; j < large.length; j++) {
                int others = tokens.letters[large[j]];
                // the shorter one's letters are all in the longer one
                if (used[j] || (letters & ~others) != 0 && (others & ~letters) != 0) continue;
                char[] word = tokens.chars[token];
                char[] other = tokens.chars[large[j]];
                char[] shorter = word.length <= other.length ? word : other;
                char[] longer = word.length <= other.length ? other : word;
                if (shorter.length == 1 && longer[0] == shorter[0]
                        || shorter.length >= 3
                                && (Tokens.endsWith(longer, shorter) || Tokens.startsWith(longer, shorter))) {
                    used[j] = true;
                    initial++;
                    break;
                }
            }
        }
        int all = exact + fuzzy + initial;
        if (exact == small.length && small.length == large.length) return 7;
        if (exact + fuzzy == small.length && small.length == large.length) return 8;
        // from 0.93 on at most 0.35 of the longer one's letters are without a partner
        if (Integer.bitCount(maskA ^ maskB) <= 0.35 * Math.max(names.joined[na].length, names.joined[nb].length)
                && JaroWinkler.similarity(names.joined[na], names.joined[nb]) >= 0.93) return 8;
        if (exact + fuzzy == small.length) return small.length > 1 || fuzzy == 0 && rarest <= 2 ? 9 : 10;
        if (all == small.length) return 11;
        if (all > 0) return 12;
        return 13;
    }
}
