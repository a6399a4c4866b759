package id.lumbung.linkage.engine;

import id.lumbung.linkage.engine.RawList.Column;
import id.lumbung.linkage.kernel.JaroWinkler;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int NEAREST = 12;
    private static final int COMMON_WORD = 250;

    private final List<RawList> lists;
    private final boolean withinLists;
    private final int n;
    private final byte[] source;
    private final Texts words = new Texts();
    /** The nearest record of the other lists by the weight of the words they share; -1 none. */
    private final int[] first;
    /** How many times nearer it is than the next. */
    private final float[] ahead;

    private GenericModel(List<RawList> lists, boolean withinLists) {
        this.lists = lists;
        this.withinLists = withinLists;
        n = lists.stream().mapToInt(RawList::rows).sum();
        source = new byte[n];
        first = new int[n];
        ahead = new float[n];
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
            Field field = new Field(name);
            if (field.filled > 0.05 * n && field.texts.size() > 2) fields.add(field);
        }
        List<Rule> rules = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (Field field : fields) {
            comparisons.add(field.comparison());
            rules.add(new Rule(field.name, 60, key(field), finer(fields, field)));
        }
        for (Field field : fields) {
            if (field.kind != Kind.LONG) continue;
            Marks marks = new Marks(field);
            if (marks.share() > 0.2) comparisons.add(marks);
        }
        long[] nearest = nearest(fields, workers);
        if (!withinLists) comparisons.add(new Nearest());
        comparisons.add(new SourcesComparison(sources.length, r -> source[r]));
        return new Model(
                n, sources, source, ids, new int[n], rules, comparisons, false, nearest, withinLists, facts(fields));
    }

    /** Each field as a whole, by how it begins and ends, by its rarest word. */
    private List<Fact> facts(List<Field> fields) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : fields) facts.add(new Fact(field.name, key(field)));
        for (Field field : fields) {
            if (field.kind == Kind.NUMBER) continue;
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
            if (field.kind == Kind.LONG) facts.add(new Fact(field.name + ": rarest word", r -> rarest[field.code[r]]));
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

    /** Pairs of records that are among each other's nearest by the weight of the words they share. */
    private long[] nearest(List<Field> fields, Workers workers) {
        Arrays.fill(first, -1);
        int[][] of = new int[n][];
        Texts tokens = new Texts();
        for (int r = 0; r < n; r++) {
            TreeSet<Integer> own = new TreeSet<>();
            for (Field field : fields) {
                if (field.kind == Kind.NUMBER) continue;
                for (int word : field.words[field.code[r]]) {
                    String text = words.text(word);
                    if (text.length() < 2) continue;
                    own.add(tokens.code(text));
                }
            }
            of[r] = own.stream().mapToInt(Integer::intValue).toArray();
        }
        int[] count = new int[tokens.size()];
        for (int[] own : of) for (int token : own) count[token]++;
        int[][] holders = new int[tokens.size()][];
        for (int t = 0; t < holders.length; t++) holders[t] = new int[count[t] > COMMON_WORD ? 0 : count[t]];
        int[] fill = new int[tokens.size()];
        for (int r = 0; r < n; r++)
            for (int token : of[r]) if (holders[token].length > 0) holders[token][fill[token]++] = r;
        int step = 512;
        int pieces = (n + step - 1) / step;
        long[][] found = new long[pieces][];
        workers.forPieces(pieces, piece -> {
            double[] weight = new double[n];
            int[] touched = new int[n];
            long[] pairs = new long[step * NEAREST];
            int used = 0;
            for (int r = piece * step; r < Math.min(n, (piece + 1) * step); r++) {
                int seen = 0;
                for (int token : of[r]) {
                    double w = Math.log((double) n / count[token]);
                    for (int other : holders[token]) {
                        if (other == r || !withinLists && source[other] == source[r]) continue;
                        if (weight[other] == 0) touched[seen++] = other;
                        weight[other] += w;
                    }
                }
                for (int k = 0; k < NEAREST && k < seen; k++) {
                    int best = -1;
                    for (int i = 0; i < seen; i++) {
                        int o = touched[i];
                        if (weight[o] > 0
                                && (best < 0 || weight[o] > weight[best] || weight[o] == weight[best] && o < best))
                            best = o;
                    }
                    if (best < 0) break;
                    if (k == 0) {
                        first[r] = best;
                        ahead[r] = (float) weight[best];
                    } else if (k == 1) {
                        ahead[r] = (float) (ahead[r] / weight[best]);
                    }
                    if (k == 0 && seen == 1) ahead[r] = Float.MAX_VALUE;
                    weight[best] = -1;
                    pairs[used++] = (long) Math.min(r, best) << 32 | Math.max(r, best);
                }
                for (int i = 0; i < seen; i++) weight[touched[i]] = 0;
            }
            found[piece] = Arrays.copyOf(pairs, used);
        });
        long[] all = Arrays.stream(found)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        return all;
    }

    private enum Kind {
        CODE,
        NUMBER,
        SHORT,
        LONG
    }

    private final class Field {
        final String name;
        final Texts texts = new Texts();
        final int[] code = new int[n];
        final Kind kind;
        final int[][] words;
        final char[][] chars;
        final int[] count;
        final double[] number;
        int filled;

        Field(String name) {
            this.name = name;
            int from = 0;
            for (RawList list : lists) {
                Column column = list.column(name);
                if (column != null) {
                    int[] translated = new int[column.values().length];
                    for (int i = 0; i < translated.length; i++) translated[i] = texts.code(plain(column.values()[i]));
                    for (int i = 0; i < list.rows(); i++) code[from + i] = translated[column.codes()[i]];
                }
                from += list.rows();
            }
            int size = texts.size();
            count = new int[size];
            for (int c : code) {
                count[c]++;
                if (c != 0) filled++;
            }
            words = new int[size][];
            chars = new char[size][];
            number = new double[size];
            long wordsSeen = 0;
            long digits = 0;
            long numbers = 0;
            long letters = 0;
            for (int i = 0; i < size; i++) {
                String text = texts.text(i);
                String[] split = text.isEmpty() ? new String[0] : text.split(" ");
                words[i] = new int[split.length];
                for (int w = 0; w < split.length; w++) words[i][w] = GenericModel.this.words.code(split[w]);
                words[i] = Arrays.stream(words[i]).sorted().distinct().toArray();
                chars[i] = text.toCharArray();
                if (i == 0) continue;
                wordsSeen += split.length;
                number[i] = number(text);
                if (!Double.isNaN(number[i])) numbers++;
                for (char c : chars[i]) {
                    if (Character.isDigit(c)) digits++;
                    else if (c != ' ') letters++;
                }
            }
            double values = Math.max(1, size - 1);
            double meanDigits = digits / values;
            if (numbers > 0.9 * values && (texts.size() > 2 && hasFraction())) kind = Kind.NUMBER;
            else if (digits > letters * 4 && meanDigits >= 1) kind = Kind.CODE;
            else kind = wordsSeen / values >= 2.6 ? Kind.LONG : Kind.SHORT;
        }

        private boolean hasFraction() {
            int fractions = 0;
            for (int i = 1; i < number.length; i++) if (number[i] != Math.rint(number[i])) fractions++;
            return fractions > 0.1 * number.length;
        }

        Comparison comparison() {
            return switch (kind) {
                case CODE -> new Codes(this);
                case NUMBER -> new Numbers(this);
                case SHORT -> new Shorts(this);
                case LONG -> new Longs(this);
            };
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(" ", ""));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** Small letters without accents, words apart by one blank; a decimal point stays. */
    static String plain(String text) {
        String without = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(without.length());
        for (int i = 0; i < without.length(); i++) {
            char c = without.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\'') continue;
            boolean point = c == '.'
                    && i > 0
                    && i + 1 < without.length()
                    && Character.isDigit(without.charAt(i - 1))
                    && Character.isDigit(without.charAt(i + 1));
            if (Character.isLetterOrDigit(c) || point) out.append(c);
            else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') out.append(' ');
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') end--;
        return out.substring(0, end);
    }

    private static int rarity(int count, int n) {
        double share = (double) count / n;
        return share <= 0.0005 ? 0 : share <= 0.003 ? 1 : share <= 0.02 ? 2 : 3;
    }

    /** What two records say in one field; nothing can be said while one of them says nothing. */
    private abstract static class FieldComparison extends Comparison {
        final Field field;

        FieldComparison(Field field, String[] levels, double[] agreement) {
            super(field.name, About.OWNER, levels, agreement);
            this.field = field;
        }

        /** The level of two different or equal values, neither of them missing. */
        abstract int levelOf(int x, int y);

        @Override
        public final int level(int a, int b, Scratch scratch) {
            int x = field.code[a];
            int y = field.code[b];
            return x == 0 || y == 0 ? 0 : levelOf(x, y);
        }
    }

    private final class Codes extends FieldComparison {
        Codes(Field field) {
            super(
                    field,
                    new String[] {
                        "missing",
                        "same, rare",
                        "same, less common",
                        "same, common",
                        "same, everywhere",
                        "one sign apart",
                        "two signs apart",
                        "different"
                    },
                    new double[] {0, 1, 1, 0.9, 0.6, 0.9, 0.3, -1});
        }

        @Override
        int levelOf(int x, int y) {
            if (x == y) return 1 + rarity(field.count[x], n);
            char[] p = field.chars[x];
            char[] q = field.chars[y];
            if (Math.min(p.length, q.length) >= 3 && Similarity.oneEdit(p, q)) return 5;
            if (p.length == q.length && p.length >= 5) {
                int differ = 0;
                for (int i = 0; i < p.length; i++) if (p[i] != q[i]) differ++;
                if (differ <= 2) return 6;
            }
            return 7;
        }
    }

    private final class Numbers extends FieldComparison {
        Numbers(Field field) {
            super(
                    field,
                    new String[] {"missing", "same", "within 5 %", "within 20 %", "within 50 %", "different"},
                    new double[] {0, 1, 0.8, 0.4, -0.2, -1});
        }

        @Override
        int levelOf(int x, int y) {
            double p = field.number[x];
            double q = field.number[y];
            if (Double.isNaN(p) || Double.isNaN(q)) return 0;
            double apart = Math.abs(p - q) / Math.max(1e-9, Math.max(Math.abs(p), Math.abs(q)));
            return apart < 0.001 ? 1 : apart <= 0.05 ? 2 : apart <= 0.2 ? 3 : apart <= 0.5 ? 4 : 5;
        }
    }

    private final class Shorts extends FieldComparison {
        Shorts(Field field) {
            super(
                    field,
                    new String[] {
                        "missing",
                        "same, rare",
                        "same, less common",
                        "same, common",
                        "same, everywhere",
                        "very similar",
                        "similar",
                        "somewhat similar",
                        "different"
                    },
                    new double[] {0, 1, 1, 1, 0.7, 0.9, 0.6, -0.1, -1});
        }

        @Override
        int levelOf(int x, int y) {
            if (x == y) return 1 + rarity(field.count[x], n);
            double s = JaroWinkler.similarity(field.chars[x], field.chars[y]);
            return s >= 0.94 ? 5 : s >= 0.87 ? 6 : s >= 0.75 ? 7 : 8;
        }
    }

    private final class Longs extends FieldComparison {
        private final double[] weight;
        private final double[] norm;

        Longs(Field field) {
            super(
                    field,
                    new String[] {
                        "missing",
                        "same",
                        "nearly all words",
                        "most of the weight",
                        "much of the weight",
                        "half of the weight",
                        "some weight",
                        "little",
                        "nothing"
                    },
                    new double[] {0, 1, 1, 0.8, 0.5, 0.2, -0.3, -0.7, -1});
            Map<Integer, Integer> holders = new HashMap<>();
            for (int r = 0; r < n; r++)
                for (int word : field.words[field.code[r]]) holders.merge(word, 1, Integer::sum);
            weight = new double[words.size()];
            for (Map.Entry<Integer, Integer> entry : holders.entrySet()) {
                boolean code = holdsDigit(words.text(entry.getKey()));
                weight[entry.getKey()] = Math.log(1 + (double) n / entry.getValue()) * (code ? 1.5 : 1);
            }
            norm = new double[field.texts.size()];
            for (int i = 0; i < norm.length; i++) {
                for (int word : field.words[i]) norm[i] += weight[word] * weight[word];
                norm[i] = Math.sqrt(norm[i]);
            }
        }

        private static boolean holdsDigit(String text) {
            for (int i = 0; i < text.length(); i++) if (Character.isDigit(text.charAt(i))) return true;
            return false;
        }

        @Override
        int levelOf(int x, int y) {
            if (x == y) return 1;
            int[] p = field.words[x];
            int[] q = field.words[y];
            double dot = 0;
            int i = 0;
            int j = 0;
            while (i < p.length && j < q.length) {
                if (p[i] == q[j]) {
                    dot += weight[p[i]] * weight[p[i]];
                    i++;
                    j++;
                } else if (p[i] < q[j]) i++;
                else j++;
            }
            double s = dot / (norm[x] * norm[y]);
            if (s < 0.9 && Math.abs(field.chars[x].length - field.chars[y].length) <= 4) {
                if (JaroWinkler.similarity(field.chars[x], field.chars[y]) >= 0.96) return 2;
            }
            return s >= 0.9 ? 2 : s >= 0.75 ? 3 : s >= 0.6 ? 4 : s >= 0.45 ? 5 : s >= 0.3 ? 6 : s >= 0.15 ? 7 : 8;
        }
    }

    /** Whether two records of two lists are each other's nearest by the words they share. */
    private final class Nearest extends Comparison {

        private static final float CLEARLY = 1.3f;

        Nearest() {
            super(
                    "nearest",
                    About.OWNER,
                    new String[] {
                        "missing",
                        "each other's nearest, clearly",
                        "each other's nearest",
                        "nearest of one",
                        "others are nearer"
                    },
                    new double[] {0, 1, 0.9, 0.1, -0.9});
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            if (first[a] < 0 && first[b] < 0) return 0;
            if (first[a] == b && first[b] == a) return ahead[a] >= CLEARLY || ahead[b] >= CLEARLY ? 1 : 2;
            return first[a] == b || first[b] == a ? 3 : 4;
        }
    }

    /** Words that hold digits, such as the number of a model: few things share one. */
    private final class Marks extends Comparison {
        private final Field field;
        private final String[][] marks;

        Marks(Field field) {
            super(
                    field.name + ": marks",
                    About.OWNER,
                    new String[] {"missing", "same", "part of the other", "different"},
                    new double[] {0, 1, 0.9, -0.7});
            this.field = field;
            marks = new String[field.texts.size()][];
            for (int i = 0; i < marks.length; i++) {
                List<String> found = new ArrayList<>();
                for (int word : field.words[i]) {
                    String text = words.text(word);
                    if (text.length() >= 4 && Longs.holdsDigit(text) && text.indexOf('.') < 0) found.add(text);
                }
                marks[i] = found.toArray(String[]::new);
            }
        }

        double share() {
            int with = 0;
            for (int r = 0; r < n; r++) if (marks[field.code[r]].length > 0) with++;
            return (double) with / n;
        }

        @Override
        public int level(int a, int b, Scratch scratch) {
            String[] p = marks[field.code[a]];
            String[] q = marks[field.code[b]];
            if (p.length == 0 || q.length == 0) return 0;
            boolean part = false;
            for (String one : p) {
                for (String other : q) {
                    if (one.equals(other)) return 1;
                    part |= one.length() >= 5
                            && other.length() >= 5
                            && (one.startsWith(other) || other.startsWith(one));
                }
            }
            return part ? 2 : 3;
        }
    }
}
