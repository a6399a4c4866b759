package id.lumbung.linkage.engine;

import id.lumbung.linkage.engine.Mixture.Kind;
import id.lumbung.linkage.engine.Mixture.Meaning;
import id.lumbung.linkage.engine.Mixture.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the estimation starts: the classes and what they agree on. */
final class Stances {

    private static final double AGREE = 2;
    private static final double DIFFER = -2;

    private static final Set<String> NAMING = Set.of("business name", "kind of business");
    private static final Set<String> BUSINESS = Set.of("business name", "kind of business", "activity");
    private static final Set<String> PERSON = Set.of("name", "nik", "birth");

    private Stances() {}

    static Mixture umkm(Model model) {
        Comparison[] comparisons = model.comparisons().toArray(Comparison[]::new);
        List<Kind> kinds = new ArrayList<>();
        kinds.add(strangers("unrelated", 0.4, comparisons, Map.of("name", -0.5)));
        kinds.add(strangers("namesakes", 0.2, comparisons, Map.of("name", AGREE)));
        kinds.add(strangers("sharing a phone", 0.02, comparisons, Map.of("phone", AGREE, "name", DIFFER)));
        kinds.add(strangers(
                "same number on the card", 0.0005, comparisons, Map.of("nik", AGREE, "birth", 0.5, "name", DIFFER)));
        kinds.add(
                strangers("born the same day", 0.01, comparisons, Map.of("birth", AGREE, "name", DIFFER, "nik", -0.5)));
        kinds.add(strangers(
                "namesakes born the same day", 0.005, comparisons, Map.of("birth", AGREE, "name", AGREE, "nik", -0.5)));
        kinds.add(strangers("neighbours", 0.1, comparisons, Map.of("address", AGREE, "name", DIFFER)));
        kinds.add(strangers(
                "neighbours of one trade",
                0.01,
                comparisons,
                Map.of("address", 0.5, "activity", AGREE, "name", DIFFER)));
        kinds.add(strangers("namesakes of one trade", 0.01, comparisons, Map.of("name", AGREE, "activity", AGREE)));
        kinds.add(strangers("namesakes next door", 0.01, comparisons, Map.of("name", AGREE, "address", AGREE)));
        kinds.add(
                strangers("businesses of one name", 0.1, comparisons, Map.of("business name", AGREE, "name", DIFFER)));
        kinds.add(strangers(
                "same household", 0.005, comparisons, Map.of("phone", AGREE, "address", 0.8, "name", DIFFER)));
        kinds.add(matches("same owner, other business", Meaning.SAME_OWNER, 0.01, comparisons, BUSINESS));
        kinds.add(matches("same business", Meaning.SAME, 0.01, comparisons, Set.of()));
        kinds.add(matches("same business, other name", Meaning.SAME, 0.001, comparisons, NAMING));
        kinds.add(otherPerson(comparisons));
        return new Mixture(kinds, comparisons);
    }

    /** The husband where the other list has the wife: another person, whose telephone tells that it is one household. */
    private static Kind otherPerson(Comparison[] comparisons) {
        Kind kind = matches("same business, other person", Meaning.SAME, 0.0005, comparisons, PERSON);
        for (int c = 0; c < comparisons.length; c++) {
            if (comparisons[c].name.equals("name")) kind.stance()[c] = DIFFER;
            if (comparisons[c].name.equals("phone")) kind.stance()[c] = AGREE;
            if (kind.stance()[c] < -1 || kind.stance()[c] > 1) kind.ties()[c] = Tie.OWN;
            if (PERSON.contains(comparisons[c].name) && kind.ties()[c] == Tie.DRAWN) kind.ties()[c] = Tie.STRANGERS;
        }
        return kind;
    }

    /** For lists of any kind: strangers, strangers who look alike, the same, the same in other words. */
    static Mixture generic(Model model) {
        Comparison[] comparisons = model.comparisons().toArray(Comparison[]::new);
        List<Kind> kinds = new ArrayList<>();
        kinds.add(alike("unrelated", Meaning.DIFFERENT, 0.6, -0.7, comparisons));
        kinds.add(alike("alike", Meaning.DIFFERENT, 0.3, 0, comparisons));
        kinds.add(alike("same", Meaning.SAME, 0.1, 1, comparisons));
        kinds.add(alike("same, told otherwise", Meaning.SAME, 0.05, 0.5, comparisons));
        return new Mixture(kinds, comparisons);
    }

    private static Kind alike(String name, Meaning meaning, double share, double agreement, Comparison[] comparisons) {
        double[] stance = new double[comparisons.length];
        Tie[] ties = new Tie[comparisons.length];
        for (int c = 0; c < comparisons.length; c++) {
            ties[c] = Tie.OWN;
            stance[c] = comparisons[c].about == Comparison.About.SETTING ? 0 : agreement;
        }
        return new Kind(name, meaning, share, stance, ties);
    }

    private static Kind strangers(String name, double share, Comparison[] comparisons, Map<String, Double> said) {
        double[] stance = new double[comparisons.length];
        Tie[] ties = new Tie[comparisons.length];
        for (int c = 0; c < stance.length; c++) {
            Double one = said.get(comparisons[c].name);
            boolean own = one != null
                    || comparisons[c].about == Comparison.About.SETTING
                    || comparisons[c].name.equals("village");
            ties[c] = own ? Tie.OWN : Tie.STRANGERS;
            stance[c] = one != null ? one : own ? 0 : -0.6;
        }
        return new Kind(name, Meaning.DIFFERENT, share, stance, ties);
    }

    /** @param other the comparisons in which the two records are as unlike as strangers */
    private static Kind matches(
            String name, Meaning meaning, double share, Comparison[] comparisons, Set<String> other) {
        double[] stance = new double[comparisons.length];
        Tie[] ties = new Tie[comparisons.length];
        for (int c = 0; c < stance.length; c++) {
            Comparison.About about = comparisons[c].about;
            boolean unlike = other.contains(comparisons[c].name);
            ties[c] = about == Comparison.About.SETTING
                    ? meaning == Meaning.SAME ? Tie.BUSINESS : Tie.OWN
                    : unlike ? Tie.DRAWN : about == Comparison.About.OWNER ? Tie.OWNER : Tie.BUSINESS;
            if (about != Comparison.About.SETTING) stance[c] = unlike ? -0.7 : 0.8;
        }
        return new Kind(name, meaning, share, stance, ties);
    }
}
