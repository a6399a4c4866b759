package id.lumbung.linkage.engine;

import id.lumbung.linkage.Explanation;
import id.lumbung.linkage.Level;
import id.lumbung.linkage.engine.umkm.UmkmModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Blocking keys and probabilities of a few records, from what is known alone. Thread-safe: each call makes what it needs. */
public final class Scoring {

    /** A record with its cells by column. */
    public record Row(String source, String id, Map<String, String> cells) {

        private String cell(String column) {
            return column.equals("rec_id") ? id : cells.getOrDefault(column, "").trim();
        }
    }

    /** A key of a blocking rule. */
    public record Key(String rule, long value, int limit) {}

    /** Takes the pairs; {@code x} and {@code y} are places in the list that was asked about. */
    @FunctionalInterface
    public interface Found {
        void pair(int x, int y, double business, double owner);
    }

    private final Knowledge knowledge;

    public Scoring(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The rows list by list, and where each of them stood before. */
    private record Block(Model model, Mixture mixture, int[] row) {

        /** Where the row that stood at {@code place} is now. */
        int at(int place) {
            for (int i = 0; i < row.length; i++) if (row[i] == place) return i;
            throw new IllegalArgumentException();
        }
    }

    private Block block(List<Row> rows) {
        Map<String, List<Integer>> bySource = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++)
            bySource.computeIfAbsent(rows.get(i).source, source -> new ArrayList<>())
                    .add(i);
        List<RawList> lists = new ArrayList<>();
        bySource.forEach((source, places) -> {
            int[] codes = new int[places.size()];
            Arrays.setAll(codes, i -> i);
            List<RawList.Column> columns = new ArrayList<>();
            for (String column : RawList.LAYOUT)
                columns.add(new RawList.Column(
                        column,
                        codes,
                        places.stream()
                                .map(place -> rows.get(place).cell(column))
                                .toArray(String[]::new)));
            lists.add(new RawList(source, codes.length, columns));
        });
        int[] row = bySource.values().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        Learned learned = knowledge.learned();
        if (learned == null) throw new IllegalStateException("Pairs are scored from weights");
        try (Workers alone = new Workers(1)) {
            Model model =
                    UmkmModel.of(lists, knowledge.reference(), false, alone).model();
            Mixture mixture = Stances.umkm(model);
            mixture.take(learned, model.sources());
            return new Block(model, mixture, row);
        }
    }

    public List<Key> keys(String source, Map<String, String> cells) {
        List<Key> keys = new ArrayList<>();
        for (Rule rule : block(List.of(new Row(source, "", cells))).model.rules()) {
            long key = rule.key().of(0);
            if (key != 0) keys.add(new Key(rule.name(), key, rule.limit()));
        }
        return keys;
    }

    public void all(List<Row> rows, Found found) {
        Block block = block(rows);
        int[] records = new int[rows.size()];
        Arrays.setAll(records, r -> r);
        pairs(block, records, found);
    }

    /** The pairs of rows that share a key of a rule, split as the rule says where they are too many. */
    public void ofKey(String ruleName, List<Row> rows, Found found) {
        Block block = block(rows);
        for (Rule rule : block.model.rules()) {
            if (!rule.name().equals(ruleName)) continue;
            int[] records = new int[rows.size()];
            Arrays.setAll(records, r -> r);
            split(block, rule, 0, records, found);
            return;
        }
        throw new IllegalArgumentException("No such rule: " + ruleName);
    }

    private static void split(Block block, Rule rule, int depth, int[] records, Found found) {
        if (records.length < 2) return;
        if (records.length <= rule.limit()) {
            pairs(block, records, found);
            return;
        }
        if (depth == rule.finer().size()) return;
        Map<Long, List<Integer>> parts = new TreeMap<>();
        for (int record : records) {
            long key = rule.finer().get(depth).of(record);
            if (key != 0) parts.computeIfAbsent(key, none -> new ArrayList<>()).add(record);
        }
        for (List<Integer> part : parts.values())
            split(
                    block,
                    rule,
                    depth + 1,
                    part.stream().mapToInt(Integer::intValue).toArray(),
                    found);
    }

    private static void pairs(Block block, int[] records, Found found) {
        Comparison.Scratch scratch = new Comparison.Scratch();
        Comparison[] comparisons = block.mixture.comparisons;
        byte[] levels = new byte[comparisons.length];
        double[] posterior = new double[block.mixture.share.length];
        for (int i = 0; i < records.length; i++) {
            for (int j = i + 1; j < records.length; j++) {
                int a = records[i];
                int b = records[j];
                for (int c = 0; c < levels.length; c++) levels[c] = (byte) comparisons[c].level(a, b, scratch);
                block.mixture.posterior(levels, posterior);
                float[] both = block.mixture.answers(posterior);
                found.pair(block.row[a], block.row[b], both[0], both[1]);
            }
        }
    }

    /** Why the first two rows have the probability they have. */
    public Explanation explain(List<Row> two, Level level) {
        Block block = block(two);
        return Weights.explanation(
                block.mixture,
                block.at(0),
                block.at(1),
                level == Level.BUSINESS ? Run.Question.BUSINESS : Run.Question.OWNER);
    }
}
