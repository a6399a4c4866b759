package id.lumbung.linkage.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run learned about pairs: the classes, their shares, how each class answers each comparison. Six digits of everything, so that
 * what is kept in a file is what was learned, to the bit.
 *
 * @param pairs of how many pairs it was learned
 * @param lists shares of the pairs of two lists, {@code "census|register"}, in each class
 */
public record Learned(
        double pairs, List<String> classes, double[] share, List<Table> tables, Map<String, double[]> lists) {

    /** One comparison: the shares of its levels in each class, and among strangers of one place. */
    public record Table(String comparison, List<String> levels, double[][] byClass, double[] strangers) {}

    static Learned of(Mixture mixture, String[] sources, double pairs) {
        int k = mixture.kinds.size();
        List<String> classes = mixture.kinds.stream().map(Mixture.Kind::name).toList();
        List<Table> tables = new ArrayList<>();
        Map<String, double[]> lists = new TreeMap<>();
        for (int c = 0; c < mixture.comparisons.length; c++) {
            Comparison comparison = mixture.comparisons[c];
            if (comparison.about == Comparison.About.SETTING) {
                for (int x = 0; x < sources.length; x++) {
                    for (int y = x; y < sources.length; y++) {
                        double[] own = new double[k];
                        int level = SourcesComparison.level(x, y, sources.length);
                        for (int i = 0; i < k; i++) own[i] = six(mixture.probability[i][c][level]);
                        lists.put(both(sources[x], sources[y]), own);
                    }
                }
                continue;
            }
            double[][] byClass = new double[k][];
            for (int i = 0; i < k; i++)
                byClass[i] = Arrays.stream(mixture.probability[i][c])
                        .map(Learned::six)
                        .toArray();
            double[] strangers = mixture.strangers(c);
            double all = Math.max(1, Arrays.stream(strangers).sum());
            tables.add(new Table(
                    comparison.name,
                    List.of(comparison.levels),
                    byClass,
                    Arrays.stream(strangers).map(count -> six(count / all)).toArray()));
        }
        return new Learned(
                pairs, classes, Arrays.stream(mixture.share).map(Learned::six).toArray(), tables, lists);
    }

    private static double six(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }

    /** Two lists in either order. */
    static String both(String one, String other) {
        return one.compareTo(other) <= 0 ? one + '|' + other : other + '|' + one;
    }

    /** The lists of whose pairs something was learned. */
    List<String> sources() {
        return lists.keySet().stream()
                .flatMap(both -> Arrays.stream(both.split("\\|")))
                .distinct()
                .sorted()
                .toList();
    }

    /** What was learned about this comparison; null when it has no such one, or with other levels. */
    @Nullable
    Table table(Comparison comparison) {
        for (Table table : tables)
            if (table.comparison.equals(comparison.name) && table.levels.equals(List.of(comparison.levels)))
                return table;
        return null;
    }

    /** The object that {@link #of(Map)} reads. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pairs", pairs);
        List<Object> named = new ArrayList<>();
        for (int i = 0; i < share.length; i++) named.add(List.of(classes.get(i), share[i]));
        map.put("classes", named);
        List<Object> all = new ArrayList<>();
        for (Table table : tables) {
            Map<String, Object> own = new LinkedHashMap<>();
            own.put("name", table.comparison);
            own.put("levels", table.levels);
            own.put("strangers", boxed(table.strangers));
            own.put("byClass", Arrays.stream(table.byClass).map(Learned::boxed).toList());
            all.add(own);
        }
        map.put("comparisons", all);
        Map<String, Object> pairsOfLists = new LinkedHashMap<>();
        lists.forEach((both, shares) -> pairsOfLists.put(both, boxed(shares)));
        map.put("lists", pairsOfLists);
        return map;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    public static Learned of(Map<String, Object> map) {
        List<String> classes = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Object one : Json.list(Json.member(map, "classes"))) {
            classes.add(String.valueOf(Json.list(one).get(0)));
            shares.add(Json.number(Json.list(one).get(1)));
        }
        List<Table> tables = new ArrayList<>();
        for (Object one : Json.list(Json.member(map, "comparisons"))) {
            Map<String, Object> own = Json.object(one);
            List<String> levels = Json.list(Json.member(own, "levels")).stream()
                    .map(String::valueOf)
                    .toList();
            double[][] byClass = Json.list(Json.member(own, "byClass")).stream()
                    .map(Json::numbers)
                    .toArray(double[][]::new);
            double[] strangers = Json.numbers(Json.member(own, "strangers"));
            if (byClass.length != classes.size() || strangers.length != levels.size())
                throw new IllegalArgumentException("The weights are not whole");
            for (double[] of : byClass)
                if (of.length != levels.size()) throw new IllegalArgumentException("The weights are not whole");
            tables.add(new Table(String.valueOf(Json.member(own, "name")), levels, byClass, strangers));
        }
        Map<String, double[]> lists = new TreeMap<>();
        Json.object(Json.member(map, "lists")).forEach((both, of) -> {
            double[] own = Json.numbers(of);
            if (own.length != classes.size()) throw new IllegalArgumentException("The weights are not whole");
            lists.put(both, own);
        });
        return new Learned(
                Json.number(Json.member(map, "pairs")),
                List.copyOf(classes),
                shares.stream().mapToDouble(Double::doubleValue).toArray(),
                List.copyOf(tables),
                lists);
    }
}
