package id.lumbung.linkage.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person's name as it can be compared: titles split off, spelling of today, a nickname apart.
 *
 * @param full the words of the name in their order: {@code MUHAMMAD RIZKI}; empty when missing
 * @param core the same without Siti, Muhammad and initials, which come and go between lists; never empty unless full is
 * @param nickname what stands in brackets, after a stroke or after "alias": {@code TINI}; empty when there is none
 * @param titles what was split off, in one spelling: {@code HAJI}, {@code BU}, {@code SPD}
 * @param sex what the titles and Siti or Muhammad tell
 */
public record PersonName(String full, String core, String nickname, List<String> titles, Sex sex) {
    private static final PersonName MISSING = new PersonName("", "", "", List.of(), Sex.UNKNOWN);

    private static final Set<String> BEFORE = Set.of("DRS", "DRA", "DR", "DRG", "DRH", "IR", "PROF", "LETKOL", "SERMA");

    private static final Set<String> AFTER = Set.of("""
            SE SH SP ST SPD SPDI SPDSD SAG SSOS SSOSI SKOM SKM SIP SPI SPT STP STRKEB SI SSI SHUT SKEP SKEB
            SFARM SPSI SHI SEI SEK SSN SS SSTP SSY STH STHI SHUM SAB SAP SAK SIKOM MM MH MA MT MSI MPD MPDI
            MAP MAG MKES MKOM MSC MBA MMPD MHUM MIKOM MSA ME MP BA BSC AMD AMDKEB AMDKEP AMA AMAPD APT NERS NS
            AMK LC PHD ALMARHUM ALM ALMH MS MEC MTHI KETUA
            """.strip().split("\\s+"));

    /** Words of names that have one spelling each, from their modern form. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("MUHAMAD", "MUHAMMAD"),
            Map.entry("MOHAMAD", "MUHAMMAD"),
            Map.entry("MOKHAMAD", "MUHAMMAD"),
            Map.entry("MUKHAMAD", "MUHAMMAD"),
            Map.entry("MOHAMED", "MUHAMMAD"),
            Map.entry("MUHAMED", "MUHAMMAD"),
            Map.entry("MUHAMAT", "MUHAMMAD"),
            Map.entry("MUKHAMAT", "MUHAMMAD"),
            Map.entry("MOH", "MUHAMMAD"),
            Map.entry("MOKH", "MUHAMMAD"),
            Map.entry("MUH", "MUHAMMAD"),
            Map.entry("MUKH", "MUHAMMAD"),
            Map.entry("MOHD", "MUHAMMAD"),
            Map.entry("MUHD", "MUHAMMAD"),
            Map.entry("MHD", "MUHAMMAD"),
            Map.entry("MHMD", "MUHAMMAD"),
            Map.entry("MHAMAD", "MUHAMMAD"),
            Map.entry("SITI", "SITI"),
            Map.entry("STI", "SITI"),
            Map.entry("SITIH", "SITI"),
            Map.entry("ABD", "ABDUL"),
            Map.entry("ABDL", "ABDUL"),
            Map.entry("ABDUL", "ABDUL"),
            Map.entry("AKHMAD", "AHMAD"),
            Map.entry("AHMAT", "AHMAD"),
            Map.entry("AKHMAT", "AHMAD"),
            Map.entry("AKH", "AHMAD"),
            Map.entry("AHM", "AHMAD"),
            Map.entry("AHMD", "AHMAD"),
            Map.entry("NOR", "NUR"),
            Map.entry("NURL", "NURUL"),
            Map.entry("RAHMAN", "ROHMAN"),
            Map.entry("RAKHMAN", "ROHMAN"),
            Map.entry("ROKHMAN", "ROHMAN"));

    private static final Set<String> NO_NAME = Set.of(
            "",
            "TIDAK ADA",
            "TDK ADA",
            "TIDAK ADA NAMA",
            "TANPA NAMA",
            "NAMA",
            "NN",
            "N N",
            "XX",
            "XXX",
            "NULL",
            "NIHIL",
            "KOSONG",
            "N A",
            "NA",
            "BELUM ADA",
            "TIDAK DIKETAHUI",
            "TDK TAHU",
            "TIDAK TAHU");

    /** Splits and spells anew what was typed as a person's name. */
    public static PersonName of(String typed) {
        if (typed.length() < 4 && Letters.plain(typed).length() < 2) {
            return MISSING;
        }
        Words words = Words.of(typed, false);
        if (words.size <= 3 && NO_NAME.contains(words.plain())) {
            return MISSING;
        }
        Parts parts = new Parts(words);
        parts.read();
        return parts.name.isEmpty() && parts.nickname.isEmpty() ? MISSING : parts.finished();
    }

    /** Whether the list has no name here. */
    public boolean isMissing() {
        return full.isEmpty();
    }

    /** The words of the full name. */
    public List<String> words() {
        return full.isEmpty() ? List.of() : List.of(full.split(" "));
    }

    /** For blocking: the consonants of the core without its blanks, so that Sri Rahayu and Srirahayu meet. */
    public String key() {
        return Spelling.skeleton(Letters.joined(core));
    }

    /** For blocking: the consonants of the words of the full name, sorted, so that turned names meet. */
    public String turnedKey() {
        String[] keys = full.split(" ");
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Spelling.skeleton(keys[i]);
        }
        java.util.Arrays.sort(keys);
        return String.join(" ", keys);
    }

    /** One word of a name in its one spelling. */
    static String spelled(String word) {
        String modern = Spelling.modern(Letters.withoutScannedDigits(word));
        String known = WORDS.get(modern);
        return known != null ? known : modern;
    }

    /** One reading of one name. */
    private static final class Parts {
        final Words words;
        final List<String> name = new ArrayList<>(4);
        final List<String> nickname = new ArrayList<>(0);
        final List<String> titles = new ArrayList<>(1);
        Sex sex = Sex.UNKNOWN;
        boolean inNickname;

        Parts(Words words) {
            this.words = words;
        }

        void read() {
            int at = 0;
            while (at < words.size) {
                char mark = words.before[at];
                if (!name.isEmpty() && (mark == '(' || mark == '/')) {
                    inNickname = true;
                } else if (mark == ')') {
                    inNickname = false;
                }
                at += step(at);
            }
        }

        /** Reads what begins at this word and says how many words it took. */
        private int step(int at) {
            String word = words.text[at];
            boolean alias = word.equals("ALIAS") || word.equals("ALS") || word.equals("AL") && words.dotted[at];
            if (alias && !name.isEmpty() && at + 1 < words.size && !words.glued[at + 1]) {
                inNickname = true;
                return 1;
            }
            int title = titleAt(at);
            if (title > 0) {
                titles.add(words.together(at, title));
                return title;
            }
            List<String> part = inNickname ? nickname : name;
            if (part.isEmpty() && at + 1 < words.size) {
                Honorific honorific = Honorific.at(words, at);
                if (honorific != null && at + honorific.width(words, at) < words.size) {
                    titles.add(honorific.name());
                    sex = sex == Sex.UNKNOWN ? honorific.sex : sex;
                    return honorific.width(words, at);
                }
            }
            add(part, word, at);
            return 1;
        }

        /** How many words, glued by points, are an academic title; 0 when none is. */
        private int titleAt(int at) {
            for (int count = longestTitle(at); count > 0; count--) {
                String joined = words.together(at, count);
                if (joined.length() < 2) {
                    continue;
                }
                if (BEFORE.contains(joined)) {
                    return count;
                }
                boolean placed = words.before[at] == ',' || at + count == words.size || words.before[at + count] == ',';
                if (!name.isEmpty() && placed && AFTER.contains(joined)) {
                    return count;
                }
            }
            return 0;
        }

        /** S.Pd.I hangs together by points; after a comma also S. Pd. I does. */
        private int longestTitle(int at) {
            return Math.min(3, words.before[at] == ',' ? words.size - at : words.gluedFrom(at));
        }

        private void add(List<String> part, String word, int at) {
            boolean first = part.isEmpty();
            boolean more = at + 1 < words.size;
            if (first && more && word.equals("ST")) {
                part.add("SITI");
            } else if (first && more && word.equals("M")) {
                part.add("MUHAMMAD");
            } else {
                spell(part, word);
            }
        }

        private static void spell(List<String> part, String word) {
            String spelled = spelled(word);
            int split = particle(spelled);
            if (split == 0) {
                part.add(spelled);
            } else {
                part.add(spelled.startsWith("SITI") ? "SITI" : "ABDUL");
                part.add(spelled(spelled.substring(split)));
            }
        }

        /** Where a word ends that is written in one with the next: SITI|AISYAH, ABDU|ROHMAN; 0 when it is one word. */
        private static int particle(String word) {
            int n = word.length();
            if (n >= 8 && word.startsWith("SITI")) {
                return 4;
            }
            if (n < 8 || !word.startsWith("ABDU") || word.startsWith("ABDULAH") || word.startsWith("ABDULOH")) {
                return 0;
            }
            return word.charAt(4) != 'L' || word.startsWith("ATI", 5) ? 4 : 5;
        }

        PersonName finished() {
            if (name.isEmpty()) {
                name.addAll(nickname);
                nickname.clear();
            }
            if (name.isEmpty()) {
                return MISSING;
            }
            String first = name.get(0);
            if (sex == Sex.UNKNOWN) {
                sex = first.equals("SITI") ? Sex.FEMALE : first.equals("MUHAMMAD") ? Sex.MALE : sex;
            }
            String full = String.join(" ", name);
            name.removeIf(word -> word.length() == 1 || word.equals("SITI") || word.equals("MUHAMMAD"));
            String core = name.isEmpty() ? full : String.join(" ", name);
            return new PersonName(full, core, String.join(" ", nickname), List.copyOf(titles), sex);
        }
    }
}
