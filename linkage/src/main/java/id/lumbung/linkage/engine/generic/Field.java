package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.engine.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column that all lists have: its distinct texts in a plain form, their words, and what kind of column it is. */
final class Field {

    /** What a column holds, by what stands in it. */
    enum Kind {
        CODE,
        NUMBER,
        SHORT,
        LONG
    }

    final Texts allWords;
    final String name;
    final Texts texts = new Texts();
    final int[] code;
    final Kind kind;
    final int[][] words;
    final char[][] chars;
    final int[] count;
    final double[] number;
    int filled;

    Field(String name, List<RawList> lists, int n, Texts allWords) {
        this.name = name;
        this.allWords = allWords;
        code = new int[n];
        int from = 0;
        for (RawList list : lists) {
            Column column = list.column(name);
            if (column != null) {
                int[] translated = new int[column.values().length];
                for (int i = 0; i < translated.length; i++) translated[i] = texts.code(plain(column.values()[i]));
                for (int i = 0; i < list.rows(); i++) code[from + i] = translated[column.codes()[i]];
            }
            from += list.rows();
        }
        int size = texts.size();
        count = new int[size];
        for (int c : code) {
            count[c]++;
            if (c != 0) filled++;
        }
        words = new int[size][];
        chars = new char[size][];
        number = new double[size];
        long wordsSeen = 0;
        long digits = 0;
        long numbers = 0;
        long letters = 0;
        for (int i = 0; i < size; i++) {
            String text = texts.text(i);
            String[] split = text.isEmpty() ? new String[0] : text.split(" ");
            words[i] = new int[split.length];
            for (int w = 0; w < split.length; w++) words[i][w] = allWords.code(split[w]);
            words[i] = Arrays.stream(words[i]).sorted().distinct().toArray();
            chars[i] = text.toCharArray();
            if (i == 0) continue;
            wordsSeen += split.length;
            number[i] = number(text);
            if (!Double.isNaN(number[i])) numbers++;
            for (char c : chars[i]) {
                if (Character.isDigit(c)) digits++;
                else if (c != ' ') letters++;
            }
        }
        double values = Math.max(1, size - 1);
        double meanDigits = digits / values;
        if (numbers > 0.9 * values && (texts.size() > 2 && hasFraction())) kind = Kind.NUMBER;
        else if (digits > letters * 4 && meanDigits >= 1) kind = Kind.CODE;
        else kind = wordsSeen / values >= 2.6 ? Kind.LONG : Kind.SHORT;
    }

    private boolean hasFraction() {
        int fractions = 0;
        for (int i = 1; i < number.length; i++) if (number[i] != Math.rint(number[i])) fractions++;
        return fractions > 0.1 * number.length;
    }

    Comparison comparison() {
        return switch (kind) {
            case CODE -> new CodeComparison(this);
            case NUMBER -> new NumberComparison(this);
            case SHORT -> new ShortTextComparison(this);
            case LONG -> new LongTextComparison(this);
        };
    }

    /** How common a value is, from 0 (rare) to 3 (everywhere). */
    int rarity(int value) {
        double share = (double) count[value] / code.length;
        return share <= 0.0005 ? 0 : share <= 0.003 ? 1 : share <= 0.02 ? 2 : 3;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(" ", ""));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** Small letters without accents, words apart by one blank; a decimal point stays. */
    static String plain(String text) {
        String without = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(without.length());
        for (int i = 0; i < without.length(); i++) {
            char c = without.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\'') continue;
            boolean point = c == '.'
                    && i > 0
                    && i + 1 < without.length()
                    && Character.isDigit(without.charAt(i - 1))
                    && Character.isDigit(without.charAt(i + 1));
            if (Character.isLetterOrDigit(c) || point) out.append(c);
            else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') out.append(' ');
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') end--;
        return out.substring(0, end);
    }
}
