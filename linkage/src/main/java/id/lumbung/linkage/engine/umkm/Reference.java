package id.lumbung.linkage.engine.umkm;

import id.lumbung.linkage.engine.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How common things are among the records that weights were learned on. Nothing stands here that fewer than five records share, and
 * telephone numbers only as hashes.
 *
 * @param records of how many records the counts are
 * @param names full names of owners, as sounds
 * @param words words of owners' names
 * @param businesses the own parts of business names
 * @param activities codes of activities
 * @param phones numbers that many give, as hashes
 * @param sectors words about the activity: how often beside which code
 * @param dated how many records give a day of birth
 * @param days days of birth ({@code mmdd}) that are given oftener than any should be
 * @param places villages by their name in a kecamatan
 */
public record Reference(
        double records,
        Map<String, Double> names,
        Map<String, Double> words,
        Map<String, Double> businesses,
        Map<String, Double> activities,
        Map<String, Double> phones,
        Map<String, Map<String, Double>> sectors,
        double dated,
        Map<String, Double> days,
        KnownPlaces places) {

    /** What fewer share is theirs and stays out. */
    static final int LEAST = 5;

    public static final Reference NONE =
            new Reference(0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), KnownPlaces.NONE);

    /** Without what is of one regency and its people: villages, telephones. */
    public Reference elsewhere() {
        return new Reference(
                records, names, words, businesses, activities, Map.of(), sectors, dated, days, KnownPlaces.NONE);
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("records", records);
        map.put("names", names);
        map.put("words", words);
        map.put("businesses", businesses);
        map.put("activities", activities);
        map.put("phones", phones);
        map.put("sectors", sectors);
        map.put("dated", dated);
        map.put("days", days);
        map.put(
                "places",
                places.all(1).stream()
                        .map(place -> List.of(place.kec(), place.name(), place.code(), (double) place.count()))
                        .toList());
        return map;
    }

    public static Reference of(Map<String, Object> map) {
        Map<String, Map<String, Double>> sectors = new TreeMap<>();
        Json.object(Json.member(map, "sectors")).forEach((words, of) -> sectors.put(words, Json.counts(of)));
        List<KnownPlaces.Place> places = new ArrayList<>();
        for (Object one : Json.list(Json.member(map, "places"))) {
            List<Object> own = Json.list(one);
            places.add(new KnownPlaces.Place(
                    String.valueOf(own.get(0)), String.valueOf(own.get(1)), String.valueOf(own.get(2)), (int)
                            Json.number(own.get(3))));
        }
        return new Reference(
                Json.number(Json.member(map, "records")),
                Json.counts(Json.member(map, "names")),
                Json.counts(Json.member(map, "words")),
                Json.counts(Json.member(map, "businesses")),
                Json.counts(Json.member(map, "activities")),
                Json.counts(Json.member(map, "phones")),
                sectors,
                Json.number(Json.member(map, "dated")),
                Json.counts(Json.member(map, "days")),
                new KnownPlaces(places));
    }
}
