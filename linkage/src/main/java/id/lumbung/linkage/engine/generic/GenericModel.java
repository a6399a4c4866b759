package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Comparison;
import id.lumbung.linkage.engine.Fact;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.engine.Rule;
import id.lumbung.linkage.engine.SourcesComparison;
import id.lumbung.linkage.engine.Texts;
import id.lumbung.linkage.engine.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lists of any layout. What a column is, is seen from what stands in it: codes and dates, numbers, short texts, long texts. Records meet
 * when they share a value that is not common, or when they are among each other's nearest by their rarer words.
 */
public final class GenericModel {

    private final List<RawList> lists;
    private final boolean withinLists;
    private final int n;
    private final byte[] source;
    private final Texts words = new Texts();

    private GenericModel(List<RawList> lists, boolean withinLists) {
        this.lists = lists;
        this.withinLists = withinLists;
        n = lists.stream().mapToInt(RawList::rows).sum();
        source = new byte[n];
    }

    /** The model of these lists; pairs within a list are looked at when {@code withinLists}. */
    public static Model of(List<RawList> lists, boolean withinLists, Workers workers) {
        return new GenericModel(lists, withinLists).build(workers);
    }

    /** {@code rec_id}, {@code id}, or else the first column. */
    static String idColumn(RawList list) {
        for (String name : new String[] {"rec_id", "id"}) if (list.column(name) != null) return name;
        return list.columns().get(0).name();
    }

    private Model build(Workers workers) {
        String[] ids = new String[n];
        String[] sources = new String[lists.size()];
        TreeSet<String> shared = new TreeSet<>();
        for (Column column : lists.get(0).columns()) shared.add(column.name().toLowerCase(Locale.ROOT));
        int from = 0;
        for (int l = 0; l < lists.size(); l++) {
            RawList list = lists.get(l);
            sources[l] = list.source();
            Column id = list.column(idColumn(list));
            TreeSet<String> own = new TreeSet<>();
            for (Column column : list.columns()) own.add(column.name().toLowerCase(Locale.ROOT));
            shared.retainAll(own);
            for (int i = 0; i < list.rows(); i++) {
                source[from + i] = (byte) l;
                ids[from + i] = id == null ? Integer.toString(i) : id.text(i);
            }
            from += list.rows();
        }
        for (RawList list : lists) shared.remove(idColumn(list).toLowerCase(Locale.ROOT));
        List<Field> fields = new ArrayList<>();
        for (String name : shared) {
            Field field = new Field(name, lists, n, words);
            if (field.filled > 0.05 * n && field.texts.size() > 2) fields.add(field);
        }
        List<Rule> rules = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (Field field : fields) {
            comparisons.add(field.comparison());
            rules.add(new Rule(field.name, 60, key(field), finer(fields, field)));
        }
        for (Field field : fields) {
            if (field.kind != Field.Kind.LONG) continue;
            MarksComparison marks = new MarksComparison(field);
            if (marks.share() > 0.2) comparisons.add(marks);
        }
        Neighbours neighbours = new Neighbours(source, withinLists);
        long[] nearest = neighbours.pairs(fields, words, workers);
        if (!withinLists) comparisons.add(new NearestComparison(neighbours));
        comparisons.add(new SourcesComparison(sources.length, r -> source[r]));
        return new Model(
                n, sources, source, ids, new int[n], rules, comparisons, false, nearest, withinLists, facts(fields));
    }

    /** Each field as a whole, by how it begins and ends, by its rarest word. */
    private List<Fact> facts(List<Field> fields) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : fields) facts.add(new Fact(field.name, key(field)));
        for (Field field : fields) {
            if (field.kind == Field.Kind.NUMBER) continue;
            long[] begins = new long[field.texts.size()];
            long[] ends = new long[begins.length];
            long[] rarest = new long[begins.length];
            Map<Integer, Integer> often = new HashMap<>();
            for (int i = 1; i < begins.length; i++)
                for (int word : field.words[i]) often.merge(word, field.count[i], Integer::sum);
            for (int i = 1; i < begins.length; i++) {
                String text = field.texts.text(i).replace(" ", "");
                begins[i] = mix(text.substring(0, Math.min(4, text.length())).hashCode());
                ends[i] = mix(text.substring(Math.max(0, text.length() - 4)).hashCode());
                int least = Integer.MAX_VALUE;
                for (int word : field.words[i]) {
                    int count = often.getOrDefault(word, 0);
                    if (count > 1 && count < least) {
                        least = count;
                        rarest[i] = mix(words.text(word).hashCode());
                    }
                }
            }
            facts.add(new Fact(field.name + ": begins", r -> begins[field.code[r]]));
            facts.add(new Fact(field.name + ": ends", r -> ends[field.code[r]]));
            if (field.kind == Field.Kind.LONG)
                facts.add(new Fact(field.name + ": rarest word", r -> rarest[field.code[r]]));
        }
        return facts;
    }

    private static Rule.Key key(Field field) {
        return r -> field.code[r] == 0 ? 0 : mix(field.code[r]);
    }

    /** A block that is too large is split by the fields that come next. */
    private static List<Rule.Key> finer(List<Field> fields, Field field) {
        int at = fields.indexOf(field);
        List<Rule.Key> finer = new ArrayList<>();
        for (int next = 1; next < fields.size(); next++) finer.add(key(fields.get((at + next) % fields.size())));
        return finer;
    }

    private static long mix(long a) {
        long h = (a + 1) * 0x9E3779B97F4A7C15L;
        h ^= h >>> 31;
        h *= 0xD6E8FEB86659FD93L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }
}
