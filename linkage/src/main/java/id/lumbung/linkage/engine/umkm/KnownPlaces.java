package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.kernel.JaroWinkler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Villages as the records of a kecamatan name them, and the codes that stand beside these names. */
final class KnownPlaces {

    /** A name in a kecamatan, its code, and how many records say so. */
    record Place(String kec, String name, String code, int count) {}

    /** Fewer may be a slip. */
    private static final int ENOUGH = 3;
    /** From this likeness (Jaro–Winkler) on, a name is taken for another. */
    private static final double NEAR = 0.9;
    /** A slip is so many times rarer than what was meant. */
    private static final int RARER = 8;

    static final KnownPlaces NONE = new KnownPlaces(List.of());

    private final Map<String, Map<String, Place>> exact = new HashMap<>();
    private final Map<String, List<Place>> near = new HashMap<>();
    private final Map<String, char[]> letters = new HashMap<>();

    /** Where a name of a kecamatan comes twice, the code that more records give counts. */
    KnownPlaces(List<Place> places) {
        for (Place place : places) {
            exact.computeIfAbsent(place.kec, kec -> new HashMap<>())
                    .merge(place.name, place, (one, other) -> other.count > one.count ? other : one);
        }
        exact.forEach((kec, byName) -> {
            List<Place> often = new ArrayList<>();
            for (Place place : byName.values()) if (place.count >= ENOUGH) often.add(place);
            often.sort(Comparator.comparingInt((Place place) -> -place.count).thenComparing(Place::name));
            near.put(kec, often);
            for (Place place : often) letters.computeIfAbsent(place.name, String::toCharArray);
        });
    }

    /** Takes a name that nobody said before; what was learned of others stays. */
    void learn(String kec, String name, String code) {
        exact.computeIfAbsent(kec, unknown -> new HashMap<>()).putIfAbsent(name, new Place(kec, name, code, 1));
    }

    /** Names without codes; one that is much rarer than another that it is near to is that one, mistyped. */
    static KnownPlaces ofNames(List<Place> names) {
        List<Place> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparingInt((Place place) -> -place.count)
                .thenComparing(Place::kec)
                .thenComparing(Place::name));
        List<Place> settled = new ArrayList<>();
        Map<String, List<Place>> frequent = new HashMap<>();
        for (Place place : ordered) {
            List<Place> others = frequent.computeIfAbsent(place.kec, kec -> new ArrayList<>());
            Place meant = place;
            double best = NEAR;
            for (Place other : others) {
                if (other.count < RARER * place.count) break;
                double s = JaroWinkler.similarity(place.name.toCharArray(), other.name.toCharArray());
                if (s > best) {
                    best = s;
                    meant = other;
                }
            }
            settled.add(new Place(place.kec, place.name, meant.code, place.count));
            if (meant == place) others.add(place);
        }
        return new KnownPlaces(settled);
    }

    /** Whether villages of this kecamatan are known. */
    boolean knows(String kec) {
        return exact.containsKey(kec);
    }

    KnownPlaces and(KnownPlaces others) {
        List<Place> both = new ArrayList<>(all(1));
        both.addAll(others.all(1));
        return new KnownPlaces(both);
    }

    /** Those that at least so many records name. */
    List<Place> all(int least) {
        List<Place> all = new ArrayList<>();
        for (Map<String, Place> byName : exact.values())
            for (Place place : byName.values()) if (place.count >= least) all.add(place);
        all.sort(Comparator.comparing(Place::kec).thenComparing(Place::name));
        return all;
    }

    /** The code of a village by its name, or by a name near to it; blank when none is. */
    String code(String kec, String name) {
        Map<String, Place> byName = exact.get(kec);
        if (byName == null) return "";
        Place same = byName.get(name);
        if (same != null) return same.code;
        char[] word = name.toCharArray();
        double best = NEAR;
        String found = "";
        for (Place candidate : near.getOrDefault(kec, List.of())) {
            double s = JaroWinkler.similarity(word, letters.getOrDefault(candidate.name, word));
            if (s > best) {
                best = s;
                found = candidate.code;
            }
        }
        return found;
    }
}
