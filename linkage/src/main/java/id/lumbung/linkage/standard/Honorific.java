package id.lumbung.linkage.standard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said before a name and is no part of it: Pak Slamet, Hj. Aminah, Mbah Karto. */
enum Honorific {
    PAK(Sex.MALE),
    BU(Sex.FEMALE),
    HAJI(Sex.MALE),
    HAJAH(Sex.FEMALE),
    MAS(Sex.MALE),
    MBAK(Sex.FEMALE),
    CAK(Sex.MALE),
    NING(Sex.FEMALE),
    PAKDE(Sex.MALE),
    BUDE(Sex.FEMALE),
    PAKLEK(Sex.MALE),
    BULEK(Sex.FEMALE),
    OM(Sex.MALE),
    TANTE(Sex.FEMALE),
    GUS(Sex.MALE),
    ABAH(Sex.MALE),
    KYAI(Sex.MALE),
    NYAI(Sex.FEMALE),
    USTAZ(Sex.MALE),
    USTAZAH(Sex.FEMALE),
    KOH(Sex.MALE),
    CIK(Sex.FEMALE),
    YU(Sex.FEMALE),
    LEK(Sex.UNKNOWN),
    MAK(Sex.FEMALE),
    MBAH(Sex.UNKNOWN),
    SAUDARA(Sex.UNKNOWN),
    SAUDARI(Sex.FEMALE),
    RADEN(Sex.UNKNOWN);

    private static final Map<String, Honorific> WORDS = Map.ofEntries(
            Map.entry("PAK", PAK),
            Map.entry("BAPAK", PAK),
            Map.entry("BPK", PAK),
            Map.entry("BP", PAK),
            Map.entry("BAPA", PAK),
            Map.entry("TN", PAK),
            Map.entry("TUAN", PAK),
            Map.entry("BU", BU),
            Map.entry("BUK", BU),
            Map.entry("IBU", BU),
            Map.entry("IBUK", BU),
            Map.entry("BUNDA", BU),
            Map.entry("NY", BU),
            Map.entry("NYONYA", BU),
            Map.entry("H", HAJI),
            Map.entry("HAJI", HAJI),
            Map.entry("HJ", HAJAH),
            Map.entry("HAJAH", HAJAH),
            Map.entry("HAJJAH", HAJAH),
            Map.entry("MAS", MAS),
            Map.entry("MBAK", MBAK),
            Map.entry("MBA", MBAK),
            Map.entry("MBK", MBAK),
            Map.entry("CAK", CAK),
            Map.entry("NING", NING),
            Map.entry("PAKDE", PAKDE),
            Map.entry("PAKDHE", PAKDE),
            Map.entry("BUDE", BUDE),
            Map.entry("BUDHE", BUDE),
            Map.entry("PAKLEK", PAKLEK),
            Map.entry("PAKLIK", PAKLEK),
            Map.entry("BULEK", BULEK),
            Map.entry("BULIK", BULEK),
            Map.entry("OM", OM),
            Map.entry("TANTE", TANTE),
            Map.entry("GUS", GUS),
            Map.entry("ABAH", ABAH),
            Map.entry("KH", KYAI),
            Map.entry("KYAI", KYAI),
            Map.entry("KIAI", KYAI),
            Map.entry("KYAHI", KYAI),
            Map.entry("NYAI", NYAI),
            Map.entry("UST", USTAZ),
            Map.entry("USTAD", USTAZ),
            Map.entry("USTADZ", USTAZ),
            Map.entry("USTADZAH", USTAZAH),
            Map.entry("USTADAH", USTAZAH),
            Map.entry("KO", KOH),
            Map.entry("KOH", KOH),
            Map.entry("CIK", CIK),
            Map.entry("CI", CIK),
            Map.entry("YU", YU),
            Map.entry("LEK", LEK),
            Map.entry("LIK", LEK),
            Map.entry("MAK", MAK),
            Map.entry("MAMAK", MAK),
            Map.entry("MBOK", MAK),
            Map.entry("BOK", MAK),
            Map.entry("MBAH", MBAH),
            Map.entry("MBH", MBAH),
            Map.entry("SDR", SAUDARA),
            Map.entry("SAUDARA", SAUDARA),
            Map.entry("SDRI", SAUDARI),
            Map.entry("SAUDARI", SAUDARI),
            Map.entry("RADEN", RADEN),
            Map.entry("RR", RADEN));

    final Sex sex;

    Honorific(Sex sex) {
        this.sex = sex;
    }

    /** The honorific that the word at this place is, or null; PAK DE counts as one and is two words long. */
    static @Nullable Honorific at(Words words, int at) {
        String word = words.text[at];
        if (word.length() == 1) {
            return single(words, at, word.charAt(0));
        }
        Honorific found = WORDS.get(word);
        if (found == PAK && isNext(words, at, "DE", "DHE")) {
            return PAKDE;
        }
        if (found == BU && isNext(words, at, "DE", "DHE")) {
            return BUDE;
        }
        if (found == PAK && isNext(words, at, "LEK", "LIK")) {
            return PAKLEK;
        }
        return found == BU && isNext(words, at, "LEK", "LIK") ? BULEK : found;
    }

    private static boolean isNext(Words words, int at, String one, String other) {
        return at + 1 < words.size && (words.text[at + 1].equals(one) || words.text[at + 1].equals(other));
    }

    /** Of how many words the honorific at this place is made. */
    int width(Words words, int at) {
        boolean two = (this == PAKDE || this == BUDE) && isNext(words, at, "DE", "DHE")
                || (this == PAKLEK || this == BULEK) && isNext(words, at, "LEK", "LIK");
        return two ? 2 : 1;
    }

    /** P. and B. are Pak and Bu, H. is Haji; what is glued to the next letter (B.S.) is an initial. */
    private static @Nullable Honorific single(Words words, int at, char letter) {
        boolean beforeName = at + 1 < words.size && words.text[at + 1].length() > 1;
        if (letter == 'H') {
            return beforeName || at + 1 < words.size && words.text[at + 1].equals("M") ? HAJI : null;
        }
        if (!beforeName || !words.dotted[at]) {
            return null;
        }
        return letter == 'P' ? PAK : letter == 'B' ? BU : null;
    }
}
