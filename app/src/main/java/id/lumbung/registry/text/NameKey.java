package id.lumbung.registry.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name as it is compared: lower case, without accents, old spelling made new (Soekarno, Djoko, Tjipto), without titles
 * and honorifics. Two people may have the same one: "Sri Rahayu" is common and proves nothing by itself.
 */
public final class NameKey {
    private static final Set<String> TITLES = Set.of(
            "h",
            "hj",
            "haji",
            "hajah",
            "pak",
            "bapak",
            "bp",
            "bpk",
            "bu",
            "ibu",
            "mas",
            "mbak",
            "mbah",
            "cak",
            "ning",
            "gus",
            "kh",
            "ust",
            "ustadz",
            "ustadzah",
            "dr",
            "drs",
            "dra",
            "ir",
            "prof",
            "rr",
            "rm",
            "ra",
            "sdr",
            "sdri",
            "alm",
            "almh",
            "tn",
            "ny",
            "nn",
            "spd",
            "sag",
            "se",
            "sh",
            "st",
            "skom",
            "sp",
            "spt",
            "mm",
            "mpd",
            "amd",
            "cv",
            "ud",
            "pt",
            "tb");
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "moh", "muhammad",
            "moch", "muhammad",
            "muh", "muhammad",
            "mohamad", "muhammad",
            "mohammad", "muhammad",
            "mochamad", "muhammad",
            "mochammad", "muhammad",
            "muhamad", "muhammad",
            "abd", "abdul",
            "ach", "achmad");

    private NameKey() {}

    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\b([a-z])\\.(?=[a-z]{1,3}\\b)", "$1")
                .replaceAll("['’`]", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        String withoutTitles = Arrays.stream(plain.split(" "))
                .filter(word -> !TITLES.contains(word))
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .map(NameKey::newSpelling)
                .collect(Collectors.joining(" "));
        return withoutTitles.isEmpty() ? plain : withoutTitles;
    }

    private static String newSpelling(String word) {
        return word.replace("oe", "u").replace("dj", "j").replace("tj", "c");
    }
}
