package id.lumbung.linkage.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A business's name as it can be compared: {@code Warung Nasi Bu Tini} is the type WARUNG, the goods NASI, and the core TINI,
 * which is a person.
 *
 * @param kind whether there is a name at all, and what it is made of
 * @param type what the words for kinds of business tell
 * @param core the words that are a name; empty when there are none
 * @param goods the words for what is sold or done, in one spelling and in the alphabet's order
 * @param person the words of the core that name a person, known by an honorific before them; empty otherwise
 */
public record BusinessName(Kind kind, BusinessType type, String core, String goods, String person) {
    /** What a business's name is made of. */
    public enum Kind {
        /** Nothing was typed, or something that says "none": -, 0, tidak ada, belum ada nama. */
        MISSING,
        /** Only words for kinds and goods: Toko Kelontong. */
        GENERIC,
        /** The name of a person: Warung Bu Tini. */
        PERSON,
        /** A name of its own: Toko Barokah. */
        OWN
    }

    private static final BusinessName MISSING = new BusinessName(Kind.MISSING, BusinessType.UNKNOWN, "", "", "");

    private static final Set<String> NOTHING = Set.of(
            "TIDAK",
            "TDK",
            "TAK",
            "GAK",
            "GA",
            "NGGAK",
            "ENGGAK",
            "TANPA",
            "BELUM",
            "BLM",
            "NIHIL",
            "KOSONG",
            "NULL",
            "NONE",
            "NA",
            "NN",
            "XX",
            "XXX",
            "TIDAKADA",
            "TDKADA",
            "0");

    private static final Set<String> AROUND_NOTHING = Set.of(
            "ADA", "NAMA", "NAMANYA", "USAHA", "PUNYA", "BERNAMA", "DIISI", "MERK", "MEREK", "DIBERI", "TOKO", "N",
            "A");

    private static final Set<String> AND = Set.of("DAN", "AND", "DN");

    /** Goods and work in one spelling; after an equals sign the word that stands for both. */
    private static final Map<String, String> GOODS = goods("""
            NASI MAKAN MAKANAN=MAKAN MINUM MINUMAN=MINUM KOPI BAKSO BASO=BAKSO SOTO MIE MI=MIE AYAM BEBEK SAPI
            KAMBING IKAN LELE TEMPE TAHU KERIPIK KRIPIK=KERIPIK KERUPUK KRUPUK=KERUPUK ROTI KUE JAJAN SNACK
            SNEK=SNACK GULA BERAS SEMBAKO KELONTONG KLONTONG=KELONTONG BANGUNAN MATERIAL=BANGUNAN MOTOR MOBIL
            RAMBUT BAJU PAKAIAN=BAJU JAHIT LAS BAN BATU BATA PENTOL CILOK=PENTOL GORENGAN GORENG=GORENGAN SATE
            RAWON PECEL ES JAMU DEGAN BENSIN PERTAMINI=BENSIN BBM=BENSIN PULSA CUCI STEAM=CUCI SABLON BATIK
            ANYAMAN BAMBU KAYU SAYUR SAYURAN=SAYUR BUAH BUNGA OBAT PUPUK ELPIJI LPG=ELPIJI GAS=ELPIJI
            ELEKTRONIK LISTRIK SEPATU SANDAL TAS HIJAB KERUDUNG=HIJAB BUKU TULIS ALAT KECANTIKAN KOSMETIK
            SOUND SYSTEM TENDA TERNAK KOLAM PEMANCINGAN GABAH JAGUNG KEDELAI SABUN TELUR SUSU DAGING SAMBEL
            SAMBAL=SAMBEL PISANG SINGKONG TELO=SINGKONG LES BIMBEL=LES ANGKUTAN DIGITAL HOME FROZEN FOOD
            CAMILAN=SNACK SIMPAN PINJAM FASHION OLEH
            """);

    private static Map<String, String> goods(String words) {
        Map<String, String> spelled = new java.util.HashMap<>();
        for (String word : words.strip().split("\\s+")) {
            int equal = word.indexOf('=');
            spelled.put(equal < 0 ? word : word.substring(0, equal), word.substring(equal + 1));
        }
        return Map.copyOf(spelled);
    }

    /** Splits what was typed as a business's name. */
    public static BusinessName of(String typed) {
        if (typed.isEmpty()) {
            return MISSING;
        }
        Words words = Words.of(typed, false);
        if (words.size == 0 || saysNone(words)) {
            return MISSING;
        }
        Parts parts = new Parts(words);
        parts.read();
        return parts.finished();
    }

    private static boolean saysNone(Words words) {
        boolean none = false;
        for (int i = 0; i < words.size; i++) {
            if (NOTHING.contains(words.text[i]) || isZero(words.text[i])) {
                none = true;
            } else if (!AROUND_NOTHING.contains(words.text[i])) {
                return false;
            }
        }
        // "nama usaha" and "n/a" say as little as "tidak ada"; "toko" alone says something
        return none || words.text[0].equals("NAMA") || words.text[0].equals("ADA") || words.text[0].equals("N");
    }

    private static boolean isZero(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** Whether the list has no name here. */
    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** For blocking: the consonants of the core without its blanks. */
    public String key() {
        return Spelling.skeleton(Letters.joined(core));
    }

    /** The same name without a place in it (Lapak Amanah Krebetdono), when something is left then. */
    public BusinessName without(String place) {
        if (place.isEmpty() || core.length() <= place.length() || !core.endsWith(place)) {
            return this;
        }
        int end = core.length() - place.length();
        if (core.charAt(end - 1) != ' ') {
            return this;
        }
        String left = core.substring(0, end - 1);
        String called =
                person.endsWith(" " + place) ? person.substring(0, person.length() - place.length() - 1) : person;
        return new BusinessName(kind, type, left, goods, called);
    }

    /** One reading of one name. */
    private static final class Parts {
        final Words words;
        final List<String> core = new ArrayList<>(4);
        final List<String> goods = new ArrayList<>(2);
        BusinessType type = BusinessType.UNKNOWN;
        /** From which word of the core on a person is named; -1 when nowhere. */
        int personFrom = -1;

        Parts(Words words) {
            this.words = words;
        }

        void read() {
            int at = 0;
            while (at < words.size) {
                at += step(at);
            }
        }

        private int step(int at) {
            int glued = Math.min(2, words.gluedFrom(at));
            String word = glued == 2 && words.text[at].length() == 1 ? words.together(at, 2) : words.text[at];
            int width = word.length() > words.text[at].length() ? 2 : 1;
            BusinessType told = typeOf(word);
            if (told != BusinessType.UNKNOWN && personFrom < 0) {
                type = told.tellsMoreThan(type) ? told : type;
                if (GOODS.containsKey(word)) {
                    addGoods(GOODS.get(word));
                }
                return width;
            }
            if (width == 1 && at + 1 < words.size) {
                Honorific honorific = Honorific.at(words, at);
                if (honorific != null && at + honorific.width(words, at) < words.size) {
                    personFrom = personFrom < 0 ? core.size() : personFrom;
                    return honorific.width(words, at);
                }
            }
            String ware = GOODS.get(word);
            if (ware != null) {
                addGoods(ware);
                return width;
            }
            if (!AND.contains(word)) {
                core.add(spelled(words.text[at]));
            }
            return 1;
        }

        /** Also in the old spelling: Waroeng, Dapoer. */
        private static BusinessType typeOf(String word) {
            BusinessType told = BusinessType.of(word);
            return told == BusinessType.UNKNOWN ? BusinessType.of(Spelling.modern(word)) : told;
        }

        private void addGoods(String ware) {
            if (!goods.contains(ware)) {
                goods.add(ware);
            }
        }

        /** As in a person's name; a 2 at the end of a word doubles it (Onde2) and is left out. */
        private static String spelled(String word) {
            int last = word.length() - 1;
            if (last > 1 && word.charAt(last) == '2' && !Letters.isDigit(word.charAt(last - 1))) {
                return PersonName.spelled(word.substring(0, last));
            }
            return PersonName.spelled(word);
        }

        BusinessName finished() {
            goods.sort(null);
            boolean person = personFrom >= 0 && personFrom < core.size();
            Kind kind = core.isEmpty() ? Kind.GENERIC : person ? Kind.PERSON : Kind.OWN;
            return new BusinessName(
                    kind,
                    type,
                    String.join(" ", core),
                    String.join(" ", goods),
                    person ? String.join(" ", core.subList(personFrom, core.size())) : "");
        }
    }
}
