package id.lumbung.linkage.standard;

/**
 * Spellings of one Indonesian word: the one of today, its sound, and the skeleton of its consonants.
 *
 * <p>Until 1947 u was written oe; until 1972 j was dj, c was tj, y was j, ny was nj, sy was sj and kh was ch. Persons and
 * shops keep the old letters (Soekarno, Djoko, Tjipto, Njoman, Sjarif, Chotimah). Beside these come doubled letters, y for
 * i, and sounds that Javanese does not tell apart.
 */
public final class Spelling {
    private final String in;
    private final char[] out;
    private int at;
    private int length;

    private Spelling(String in) {
        this.in = in;
        this.out = new char[2 * in.length() + 1];
    }

    /** The word, in plain capitals, as it is written today: SOEKARNO to SUKARNO, DJOKO to JOKO, SITTY to SITI. */
    public static String modern(String word) {
        if (isModern(word) || word.equals("II") || word.equals("III")) {
            return word;
        }
        Spelling spelling = new Spelling(word);
        spelling.modernise();
        return spelling.written();
    }

    /**
     * How the word sounds: what Javanese and hurried typing do not tell apart is one letter. O and A are one (Rohman and
     * Rahman, Wibowo and Wibawa), E and I, F V P, Q K, KH and H, SY SH S, Z J at the beginning and Z S elsewhere; glides
     * (Sumiyati and Sumiati) and a last H or K after I are silent (Rofiah, Astutik).
     */
    public static String sound(String word) {
        Spelling spelling = new Spelling(word);
        spelling.pronounce();
        return spelling.written();
    }

    /** The consonants of the sound, and a vowel at the beginning as A: SUTINI is STN, ASTUTIK is ASTT. */
    public static String skeleton(String word) {
        Spelling spelling = new Spelling(word);
        spelling.pronounce();
        int kept = 0;
        for (int i = 0; i < spelling.length; i++) {
            char c = spelling.out[i];
            if (i == 0 || !isVowel(c)) {
                spelling.out[kept++] = isVowel(c) ? 'A' : c;
            }
        }
        return new String(spelling.out, 0, kept);
    }

    static boolean isVowel(char c) {
        return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U';
    }

    private String written() {
        return new String(out, 0, length);
    }

    private char ahead(int distance) {
        return at + distance < in.length() ? in.charAt(at + distance) : 0;
    }

    private char last() {
        return length > 0 ? out[length - 1] : 0;
    }

    /** Doubled letters are written once; digits as they come. */
    private void write(char c) {
        if (last() != c || Letters.isDigit(c)) {
            out[length++] = c;
        }
    }

    /** Most words hold nothing to change; they are told at one glance. */
    private static boolean isModern(String word) {
        char before = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == before
                    || c == 'Y'
                    || c == 'J'
                    || c == 'H' && (before == 'C' || before == 'P')
                    || c == 'E' && before == 'O') {
                return false;
            }
            before = c;
        }
        return before != 'E' || word.length() == 1;
    }

    private void modernise() {
        boolean old = isOld();
        for (at = 0; at < in.length(); at++) {
            char c = ahead(0);
            char next = ahead(1);
            switch (c) {
                case 'O' -> vowelO(next);
                case 'D' -> pair(next == 'J', 'J', 'D');
                case 'T' -> pair(next == 'J', 'C', 'T');
                case 'P' -> pair(next == 'H', 'F', 'P');
                case 'N' -> {
                    // Njoman, Banjak; Anjar has an n and a j also today
                    write('N');
                    pairAfter(next == 'J' && (at == 0 || old));
                }
                case 'S' -> {
                    write('S');
                    pairAfter(next == 'J');
                }
                case 'C' -> writeCh(next == 'H');
                case 'J' -> write(old ? 'Y' : 'J');
                case 'Y' -> vowelY(next);
                case 'E' -> {
                    if (last() != 'I' || next != 0) {
                        write('E');
                    }
                }
                default -> write(c);
            }
        }
    }

    /** I between consonants and at the end (Sity, Wydi); nothing in Asyhari, nor in Astutyik. */
    private void vowelY(char next) {
        boolean silent = last() == 'T' && next == 'I' || last() == 'S' && next != 0 && !isVowel(next);
        boolean glide = isVowel(next) || length == 0 || isVowel(last()) && next != 0;
        writeUnless(silent, glide ? 'Y' : 'I');
    }

    private void vowelO(char next) {
        if (next != 'E') {
            write('O');
        } else if (last() == 'H') {
            // Khoerul and Choerul are Khoirul, not Khurul
            write('O');
            write('I');
            at++;
        } else {
            write('U');
            at++;
        }
    }

    private void pair(boolean isPair, char together, char alone) {
        write(isPair ? together : alone);
        at += isPair ? 1 : 0;
    }

    private void pairAfter(boolean isPair) {
        if (isPair) {
            write('Y');
            at++;
        }
    }

    /** Ch is kh in Arabic names (Chotimah, Choirul, Ichsan, Achmad), but c in Chandra and Chintia, and k in Christin. */
    private void writeCh(boolean isPair) {
        if (!isPair) {
            write('C');
            return;
        }
        char after = ahead(2);
        boolean first = at == 0;
        if (first && (after == 'I' || after == 'E' || after == 'A' && (ahead(3) == 'N' || ahead(3) == 'R'))) {
            write('C');
        } else if (first && (after == 'R' || after == 'L')) {
            write('K');
        } else {
            write('K');
            write('H');
        }
        at++;
    }

    /**
     * Whether a J alone in the word is the Y of today: where Dj or Tj stands for the sounds of today, and after oe
     * (Soejono). Names of today are dressed up with oe as well (Majoe Jaya); their J comes before it.
     */
    private boolean isOld() {
        return in.contains("DJ") || in.contains("TJ") || in.contains("OEJ");
    }

    private void pronounce() {
        for (at = 0; at < in.length(); at++) {
            char c = ahead(0);
            char next = ahead(1);
            char last = last();
            switch (c) {
                case 'O' -> write('A');
                case 'E' -> write('I');
                case 'F', 'V' -> write('P');
                case 'Q', 'X' -> write('K');
                case 'Z' -> write(length == 0 ? 'J' : 'S');
                case 'D' -> write(next == 0 ? 'T' : 'D');
                case 'W' -> writeUnless(last == 'U', 'W');
                case 'Y' ->
                    writeUnless(last == 'I' || last == 'S', length == 0 || isVowel(last) && next != 0 ? 'Y' : 'I');
                case 'K' -> writeUnless(next == 'H' || next == 0 && last == 'I', 'K');
                case 'H' -> writeUnless(next == 0 || last != 0 && !isVowel(last), 'H');
                default -> write(c);
            }
        }
    }

    private void writeUnless(boolean silent, char c) {
        if (!silent) {
            write(c);
        }
    }
}
