package id.lumbung.linkage;

import id.lumbung.linkage.engine.Knowledge;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to link. Everything has a default; change one thing at a time with the {@code with…} methods.
 *
 * @param threads workers; the outcome is the same for any number
 * @param costOfWrongLink what linking two that are different costs, in reviews of a pair by a clerk
 * @param costOfMissedLink what missing two that are the same costs, in reviews
 * @param oncePerSource lists in which a thing stands once: two of their records are never joined
 * @param same pairs that a person judged to be the same business: joined whatever the probability
 * @param different pairs that a person judged to be different businesses: never joined as one; of one owner they may be
 * @param sameOwner pairs that a person judged to be of one owner
 * @param differentOwner pairs that a person judged to be of different owners, and so different businesses
 * @param weights what earlier runs learned, see {@link LinkageWeights}
 * @param learning what the lists at hand add to the weights
 * @param memory bytes that the compared pairs may take, twelve each; the rest lies in a temporary file while the linkage is used. 0 for
 *     a quarter of the heap
 */
public record LinkageSettings(
        int threads,
        double costOfWrongLink,
        double costOfMissedLink,
        Set<String> oncePerSource,
        List<Judgement> same,
        List<Judgement> different,
        List<Judgement> sameOwner,
        List<Judgement> differentOwner,
        LinkageWeights weights,
        Learning learning,
        long memory)
        implements Serializable {

    /** Two records that a person has looked at. */
    public record Judgement(RecordRef a, RecordRef b) implements Serializable {}

    public LinkageSettings {
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1");
        if (memory < 0) throw new IllegalArgumentException("memory is not negative");
        if (!(costOfWrongLink > 1) || !(costOfMissedLink > 1))
            throw new IllegalArgumentException("A wrong and a missed link cost more than one review");
        oncePerSource = Set.copyOf(oncePerSource);
        same = List.copyOf(same);
        different = List.copyOf(different);
        sameOwner = List.copyOf(sameOwner);
        differentOwner = List.copyOf(differentOwner);
    }

    public static LinkageSettings standard() {
        return new LinkageSettings(
                Runtime.getRuntime().availableProcessors(),
                12,
                4,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LinkageWeights.builtIn(),
                Learning.BLENDED,
                0);
    }

    public LinkageSettings withThreads(int number) {
        return new LinkageSettings(
                number,
                costOfWrongLink,
                costOfMissedLink,
                oncePerSource,
                same,
                different,
                sameOwner,
                differentOwner,
                weights,
                learning,
                memory);
    }

    public LinkageSettings withCosts(double wrongLink, double missedLink) {
        return new LinkageSettings(
                threads,
                wrongLink,
                missedLink,
                oncePerSource,
                same,
                different,
                sameOwner,
                differentOwner,
                weights,
                learning,
                memory);
    }

    public LinkageSettings withOncePerSource(Set<String> sources) {
        return new LinkageSettings(
                threads,
                costOfWrongLink,
                costOfMissedLink,
                sources,
                same,
                different,
                sameOwner,
                differentOwner,
                weights,
                learning,
                memory);
    }

    public LinkageSettings withJudgements(List<Judgement> judgedSame, List<Judgement> judgedDifferent) {
        return new LinkageSettings(
                threads,
                costOfWrongLink,
                costOfMissedLink,
                oncePerSource,
                judgedSame,
                judgedDifferent,
                sameOwner,
                differentOwner,
                weights,
                learning,
                memory);
    }

    /** Judgements about owners. From 100 on they correct the probabilities of the same owner. */
    public LinkageSettings withOwnerJudgements(List<Judgement> judgedSame, List<Judgement> judgedDifferent) {
        return new LinkageSettings(
                threads,
                costOfWrongLink,
                costOfMissedLink,
                oncePerSource,
                same,
                different,
                judgedSame,
                judgedDifferent,
                weights,
                learning,
                memory);
    }

    public LinkageSettings withWeights(LinkageWeights learnedBefore, Learning fromWhere) {
        return new LinkageSettings(
                threads,
                costOfWrongLink,
                costOfMissedLink,
                oncePerSource,
                same,
                different,
                sameOwner,
                differentOwner,
                learnedBefore,
                fromWhere,
                memory);
    }

    public LinkageSettings withMemory(long bytes) {
        return new LinkageSettings(
                threads,
                costOfWrongLink,
                costOfMissedLink,
                oncePerSource,
                same,
                different,
                sameOwner,
                differentOwner,
                weights,
                learning,
                bytes);
    }

    Knowledge knowledge() {
        return weights.knowledge(learning);
    }

    /** From here on a pair is linked: a wrong link costs less than a review then. */
    public double linkFrom() {
        return Math.max(0.5, 1 - 1 / costOfWrongLink);
    }

    /** Up to here a pair is not linked: a miss costs less than a review then. */
    public double noLinkTo() {
        return Math.min(0.5, 1 / costOfMissedLink);
    }

    public Zone zone(double probability) {
        return probability >= linkFrom() ? Zone.LINK : probability <= noLinkTo() ? Zone.NO_LINK : Zone.REVIEW;
    }

    /** The settings as JSON, without the judgements, which are data, and the weights, which have a file of their own. */
    public String toJson() {
        StringBuilder sources = new StringBuilder();
        for (String source : new TreeSet<>(oncePerSource)) {
            if (sources.length() > 0) sources.append(", ");
            sources.append('"')
                    .append(source.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return String.format(
                Locale.ROOT,
                "{%n  \"threads\": %d,%n  \"costOfWrongLink\": %s,%n  \"costOfMissedLink\": %s,%n  \"oncePerSource\": [%s],%n  \"memory\": %d%n}%n",
                threads,
                costOfWrongLink,
                costOfMissedLink,
                sources,
                memory);
    }

    private static final Pattern NUMBER = Pattern.compile("\"(\\w+)\"\\s*:\\s*([0-9.]+)");
    private static final Pattern SOURCES = Pattern.compile("\"oncePerSource\"\\s*:\\s*\\[([^\\]]*)\\]");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Reads what {@link #toJson} writes; what is not named keeps its default, what is not known is refused. */
    public static LinkageSettings fromJson(String json) {
        LinkageSettings standard = standard();
        Map<String, Double> numbers = new TreeMap<>();
        Matcher number = NUMBER.matcher(json);
        while (number.find()) numbers.put(number.group(1), Double.parseDouble(number.group(2)));
        Set<String> unknown = new TreeSet<>(numbers.keySet());
        unknown.removeAll(Set.of("threads", "costOfWrongLink", "costOfMissedLink", "memory"));
        if (!unknown.isEmpty()) throw new IllegalArgumentException("Settings that are not known: " + unknown);
        List<String> sources = new ArrayList<>();
        Matcher list = SOURCES.matcher(json);
        if (list.find()) {
            Matcher text = TEXT.matcher(list.group(1));
            while (text.find()) sources.add(text.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return new LinkageSettings(
                numbers.getOrDefault("threads", (double) standard.threads).intValue(),
                numbers.getOrDefault("costOfWrongLink", standard.costOfWrongLink),
                numbers.getOrDefault("costOfMissedLink", standard.costOfMissedLink),
                Set.copyOf(sources),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                standard.weights,
                standard.learning,
                numbers.getOrDefault("memory", 0.0).longValue());
    }
}
