package id.lumbung.linkage.standard;

import id.lumbung.linkage.kernel.Edits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a village by its name inside its kecamatan, since names of villages repeat inside a regency and are spelt
 * differently in every source (Banjarejo and Banjarjo, Karangploso and Karang Ploso, Kel. Sedayu).
 *
 * <p>Many threads may ask at once; the answer to a text is always the same.
 */
public final class Villages {
    /** A village as the code list names it. */
    public record Village(String code, String name, String kecamatanCode, String kecamatan, List<String> aliases) {
        public Village(String code, String name, String kecamatanCode, String kecamatan) {
            this(code, name, kecamatanCode, kecamatan, List.of());
        }
    }

    /** How a village was found, from the surest on. */
    public enum How {
        NAME,
        ALIAS,
        /** The same in sound. */
        SOUND,
        /** One slip of the finger away from one village only. */
        SLIP,
        /** The kecamatan is not named or not known, but only one village of the regency has this name. */
        ONLY_ONE,
        /** Several villages have this name. */
        AMBIGUOUS,
        NOT_FOUND
    }

    /**
     * What was found.
     *
     * @param index the place of the village in the list given, -1 when none
     * @param kecamatan the place of its kecamatan among the kecamatan of that list, known even when the village is not
     */
    public record Found(int index, int kecamatan, How how) {}

    private static final Set<String> LABELS =
            Set.of("DS", "DESA", "DES", "KEL", "KELURAHAN", "KLH", "KEC", "KECAMATAN", "KCMTN", "KAB", "DSA");

    private static final int REMEMBERED = 100_000;

    private final List<Village> villages;
    private final List<String> kecamatanCodes = new ArrayList<>();
    private final Names kecamatan = new Names();
    private final List<Names> byKecamatan = new ArrayList<>();
    private final Names everywhere = new Names();
    private final Map<String, Found> remembered = new ConcurrentHashMap<>();

    public Villages(List<Village> villages) {
        this.villages = List.copyOf(villages);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < this.villages.size(); i++) {
            Village village = this.villages.get(i);
            int place =
                    places.computeIfAbsent(village.kecamatanCode(), code -> addKecamatan(code, village.kecamatan()));
            for (Names names : List.of(byKecamatan.get(place), everywhere)) {
                names.add(village.name(), i, false);
                for (String alias : village.aliases()) {
                    names.add(alias, i, true);
                }
            }
        }
    }

    private int addKecamatan(String code, String name) {
        int place = kecamatanCodes.size();
        kecamatanCodes.add(code);
        kecamatan.add(name, place, false);
        byKecamatan.add(new Names());
        return place;
    }

    public Village village(int index) {
        return villages.get(index);
    }

    /** The code of a kecamatan by its place. */
    public String kecamatanCode(int place) {
        return kecamatanCodes.get(place);
    }

    /** Finds a village by what was typed for it and for its kecamatan; either may be blank. */
    public Found find(String village, String inKecamatan) {
        String asked = village + '\n' + inKecamatan;
        Found known = remembered.get(asked);
        if (known == null) {
            known = search(village, inKecamatan);
            if (remembered.size() < REMEMBERED) {
                remembered.put(asked, known);
            }
        }
        return known;
    }

    private Found search(String village, String inKecamatan) {
        Found place = kecamatan.find(normal(inKecamatan));
        String name = normal(village);
        if (place.index < 0) {
            Found only = everywhere.find(name);
            How how = only.index < 0 ? only.how : How.ONLY_ONE;
            return new Found(only.index, only.index < 0 ? -1 : placeOf(only.index), how);
        }
        Found found = byKecamatan.get(place.index).find(name);
        return new Found(found.index, place.index, found.how);
    }

    private int placeOf(int index) {
        return kecamatanCodes.indexOf(villages.get(index).kecamatanCode());
    }

    /** The name without its label, in the spelling of today and in one word. */
    static String normal(String typed) {
        Words words = Words.of(typed, false);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words.size; i++) {
            if (words.size == 1 || i > 0 && name.length() > 0 || !LABELS.contains(words.text[i])) {
                name.append(Spelling.modern(Letters.withoutScannedDigits(words.text[i])));
            }
        }
        return Spelling.modern(name.toString());
    }

    /** Names of one place, by their normal form and by their sound. */
    private static final class Names {
        private static final int SEVERAL = -2;

        private final Map<String, Integer> byName = new HashMap<>();
        private final Map<String, Integer> byAlias = new HashMap<>();
        private final Map<String, Integer> bySound = new HashMap<>();

        void add(String name, int index, boolean alias) {
            String normal = normal(name);
            (alias ? byAlias : byName).merge(normal, index, Names::oneOrSeveral);
            bySound.merge(Spelling.sound(normal), index, Names::oneOrSeveral);
        }

        private static int oneOrSeveral(int one, int other) {
            return one == other ? one : SEVERAL;
        }

        Found find(String normal) {
            if (normal.isEmpty()) {
                return new Found(-1, -1, How.NOT_FOUND);
            }
            Found found = exact(byName.get(normal), How.NAME);
            found = found != null ? found : exact(byAlias.get(normal), How.ALIAS);
            found = found != null ? found : exact(bySound.get(Spelling.sound(normal)), How.SOUND);
            return found != null ? found : slip(normal);
        }

        private static @Nullable Found exact(@Nullable Integer index, How how) {
            if (index == null) {
                return null;
            }
            return index == SEVERAL ? new Found(-1, -1, How.AMBIGUOUS) : new Found(index, -1, how);
        }

        /** One edit away, two in long names, from exactly one village. */
        private Found slip(String normal) {
            int nearest = normal.length() >= 9 ? 2 : 1;
            int index = -1;
            Edits edits = new Edits();
            edits.prepare(normal.toCharArray(), 0, normal.length());
            for (Map<String, Integer> names : List.of(byName, byAlias)) {
                for (Map.Entry<String, Integer> name : names.entrySet()) {
                    int distance = edits.to(name.getKey().toCharArray());
                    if (distance < nearest) {
                        nearest = distance;
                        index = name.getValue();
                    } else if (distance == nearest && index != name.getValue()) {
                        index = index == -1 ? name.getValue() : SEVERAL;
                    }
                }
            }
            return index == SEVERAL
                    ? new Found(-1, -1, How.AMBIGUOUS)
                    : new Found(index, -1, index < 0 ? How.NOT_FOUND : How.SLIP);
        }
    }
}
