package id.lumbung.reference.kbli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds a KBLI code from everyday words: BM25 over title, everyday words and official description, Indonesian
 * stemming, {@link EverydayWords} as weaker alternatives of each word, spelling mistakes and half-typed last words as
 * the weakest. Immutable and in memory (two lists of at most 1,800 codes: some 5 MB); a new one is built when a list
 * changes.
 */
public final class KbliIndex {

    /** A code and how well it fits; only the order of the scores means anything. */
    public record Scored(KbliEntry entry, float score) {}

    private static final float SYNONYM = 0.9f;
    private static final float MISSPELT = 0.35f;
    private static final float HALF_TYPED = 0.45f;
    private static final float DIVISION = 2.5f;
    /** What is done (selling, making) says less than with what; it mostly speaks through {@link #DIVISION}. */
    private static final float DOING = 0.3f;

    private static final float TOGETHER = 1.0f;
    private static final float TIE = 0.25f;
    private static final Map<String, Float> FIELDS =
            new TreeMap<>(Map.of("title", 2.0f, "words", 2.6f, "description", 1.0f));
    private static final int SHORTEST_FUZZY = 5;
    private static final Pattern SAYS_WHAT_IT_IS_NOT = Pattern.compile(
            "(?<![^.;])[^.;]*\\b(tidak mencakup|tidak termasuk|dimasukkan dalam|dicakup dalam|termasuk dalam kelompok|lihat kelompok|lihat golongan)\\b[^.;]*[.;]?",
            Pattern.CASE_INSENSITIVE);

    private final EverydayWords everyday;
    private final Analyzer analyzer = new IndonesianAnalyzer();
    private final Map<String, IndexSearcher> searchers = new LinkedHashMap<>();
    private final Map<String, List<KbliEntry>> entries = new LinkedHashMap<>();

    public KbliIndex(Collection<KbliEntry> all, EverydayWords everyday) {
        this.everyday = everyday;
        for (KbliEntry entry : all) {
            entries.computeIfAbsent(entry.version(), v -> new ArrayList<>()).add(entry);
        }
        entries.forEach((version, list) -> searchers.put(version, searcher(list)));
    }

    private IndexSearcher searcher(List<KbliEntry> list) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int i = 0; i < list.size(); i++) {
                    writer.addDocument(document(list.get(i), i));
                }
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(new ByField());
            return searcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code with many everyday words is not the less fitting for it; a long description is. */
    private static final class ByField extends PerFieldSimilarityWrapper {

        private final Similarity words = new BM25Similarity(1.2f, 0.1f);
        private final Similarity others = new BM25Similarity(1.2f, 0.55f);

        @Override
        public Similarity get(String field) {
            return field.equals("words") ? words : others;
        }
    }

    private static Document document(KbliEntry entry, int position) {
        Document document = new Document();
        document.add(new StoredField("position", position));
        document.add(new StringField("code", entry.code(), Field.Store.NO));
        document.add(new StringField("division", entry.code().substring(0, 2), Field.Store.NO));
        document.add(new TextField("title", entry.title(), Field.Store.NO));
        document.add(new TextField("words", entry.words(), Field.Store.NO));
        document.add(new TextField("description", whatItIs(entry.description()), Field.Store.NO));
        return document;
    }

    /** An official description also names what belongs elsewhere; those sentences would lead the search astray. */
    public static String whatItIs(String description) {
        return SAYS_WHAT_IT_IS_NOT.matcher(description).replaceAll(" ");
    }

    public List<Scored> search(String words, String version, int limit) {
        IndexSearcher searcher = searchers.get(version);
        if (searcher == null || words.isBlank() || limit < 1) {
            return List.of();
        }
        try {
            List<KbliEntry> list = entries.getOrDefault(version, List.of());
            List<Scored> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query(words, searcher), limit).scoreDocs) {
                int position = searcher.storedFields()
                        .document(hit.doc)
                        .getField("position")
                        .numericValue()
                        .intValue();
                found.add(new Scored(list.get(position), hit.score));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(String words, IndexSearcher searcher) throws IOException {
        String trimmed = words.strip();
        if (trimmed.matches("\\d{2,5}")) {
            return new ConstantScoreQuery(new PrefixQuery(new Term("code", trimmed)));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<EverydayWords.Meaning> meanings = List.copyOf(new LinkedHashSet<>(everyday.read(trimmed)));
        boolean stillTyping = !words.isEmpty() && !Character.isWhitespace(words.charAt(words.length() - 1));
        for (int i = 0; i < meanings.size(); i++) {
            boolean last = i == meanings.size() - 1;
            float weight = meanings.get(i).divisions().isEmpty() ? 1f : DOING;
            query.add(new BoostQuery(meaning(meanings.get(i), searcher, last && stillTyping), weight), Occur.SHOULD);
            for (int division : meanings.get(i).divisions()) {
                Query likely = new ConstantScoreQuery(new TermQuery(new Term("division", "%02d".formatted(division))));
                query.add(new BoostQuery(likely, DIVISION), Occur.SHOULD);
            }
        }
        String before = "";
        for (String said : EverydayWords.tokens(trimmed)) {
            for (String stem : stems(said)) {
                if (!before.isEmpty()) {
                    query.add(new BoostQuery(new PhraseQuery(1, "words", before, stem), TOGETHER), Occur.SHOULD);
                }
                before = stem;
            }
        }
        return query.build();
    }

    private Query meaning(EverydayWords.Meaning meaning, IndexSearcher searcher, boolean stillTyping)
            throws IOException {
        List<Query> alternatives = new ArrayList<>();
        for (String said : meaning.said()) {
            for (String stem : stems(said)) {
                inEachField(stem, 1f, alternatives);
                if (!known(stem, searcher) && meaning.alsoCalled().isEmpty()) {
                    misspelt(stem, alternatives);
                }
            }
            if (stillTyping && said.length() >= 3) {
                FIELDS.forEach((field, weight) -> {
                    if (!field.equals("description")) {
                        alternatives.add(new BoostQuery(new PrefixQuery(new Term(field, said)), HALF_TYPED * weight));
                    }
                });
            }
        }
        for (String called : meaning.alsoCalled()) {
            for (String stem : stems(called)) {
                inEachField(stem, SYNONYM, alternatives);
            }
        }
        return new DisjunctionMaxQuery(alternatives, TIE);
    }

    private static void inEachField(String stem, float weight, List<Query> alternatives) {
        FIELDS.forEach((field, boost) ->
                alternatives.add(new BoostQuery(new TermQuery(new Term(field, stem)), boost * weight)));
    }

    private static void misspelt(String stem, List<Query> alternatives) {
        if (stem.length() < SHORTEST_FUZZY) {
            return;
        }
        int mistakes = stem.length() > 8 ? 2 : 1;
        for (String field : List.of("title", "words")) {
            Query near = new FuzzyQuery(new Term(field, stem), mistakes, 1);
            alternatives.add(new BoostQuery(near, MISSPELT * 2));
        }
    }

    private static boolean known(String stem, IndexSearcher searcher) throws IOException {
        for (String field : FIELDS.keySet()) {
            if (searcher.getIndexReader().docFreq(new Term(field, stem)) > 0) {
                return true;
            }
        }
        return false;
    }

    private List<String> stems(String word) throws IOException {
        List<String> stems = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("words", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        }
        return stems;
    }
}
