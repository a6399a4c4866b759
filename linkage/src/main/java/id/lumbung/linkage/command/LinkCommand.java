package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.Knowledge;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Answer;
import id.lumbung.linkage.engine.Run.Question;
import id.lumbung.linkage.engine.Scores;
import id.lumbung.linkage.engine.Workers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code link DIR --level business|owner --out OUT [--threads N] [--language id|en]}: reads every list of the folder and writes {@code pairs.csv}, {@code clusters.csv}
 * and {@code report.html}.
 */
public final class LinkCommand {

    private LinkCommand() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = null;
        Path out = null;
        Question question = Question.BUSINESS;
        Locale language = Locale.forLanguageTag("id");
        Path weights = null;
        Path kept = null;
        Path keptForOthers = null;
        String learning = "blended";
        long memory = 0;
        int threads = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.startsWith("--") && i + 1 == arguments.length) usage("A value is missing after " + argument);
            switch (argument) {
                case "--level" -> {
                    String level = arguments[++i].toUpperCase(Locale.ROOT);
                    if (!level.equals("BUSINESS") && !level.equals("OWNER"))
                        usage("--level is business or owner, not " + arguments[i]);
                    question = Question.valueOf(level);
                }
                case "--out" -> out = Path.of(arguments[++i]);
                case "--language" -> language = Locale.forLanguageTag(arguments[++i]);
                case "--weights" -> weights = Path.of(arguments[++i]);
                case "--keep-weights" -> kept = Path.of(arguments[++i]);
                case "--keep-weights-for-others" -> keptForOthers = Path.of(arguments[++i]);
                case "--learning" -> learning = arguments[++i];
                case "--memory" -> memory = Long.parseLong(arguments[++i]) << 20;
                case "--threads" -> threads = Integer.parseInt(arguments[++i]);
                default -> {
                    if (argument.startsWith("--") || folder != null) usage("Not understood: " + argument);
                    folder = Path.of(argument);
                }
            }
        }
        if (folder == null || out == null || !Files.isDirectory(folder)) {
            usage(
                    folder == null || out == null
                            ? "A folder of lists and --out are needed"
                            : "No such folder: " + folder);
            return;
        }
        try {
            Knowledge learned =
                    link(folder, out, question, new Known(weights, learning).read(), threads, memory, language);
            if (kept != null && learned != null) Files.writeString(kept, learned.toJson());
            if (keptForOthers != null && learned != null)
                Files.writeString(keptForOthers, learned.elsewhere().toJson());
        } catch (IllegalArgumentException notALinkage) {
            usage(notALinkage.getMessage());
        }
    }

    private static void usage(@Nullable String problem) {
        System.err.println(problem);
        System.err.println(
                "./lumbung link DIR --level business|owner --out OUT [--threads N] [--memory MB] [--language id|en]"
                        + " [--weights FILE] [--learning blended|lists|weights] [--keep-weights FILE]"
                        + " [--keep-weights-for-others FILE]");
        System.exit(2);
    }

    /** Tells what was learned; null from lists of another layout, which have no weights to keep. */
    private static @Nullable Knowledge link(
            Path folder, Path out, Question question, Knowledge knowledge, int threads, long memory, Locale language)
            throws IOException {
        long begun = System.nanoTime();
        try (Workers workers = new Workers(threads, memory)) {
            Run run = Run.of(() -> Folder.lists(folder, workers), knowledge, workers);
            Answer answer = run.answer(question);
            Files.createDirectories(out);
            long pairs = writePairs(run, answer, out.resolve("pairs.csv"));
            int clusters = writeClusters(run, answer, out.resolve("clusters.csv"));
            Files.writeString(out.resolve("report.html"), ReportPage.of(run, answer, language));
            System.out.printf(
                    Locale.ROOT,
                    "%,d records of %d lists, %,d pairs compared, %,d written, %,d clusters from a probability of %.2f on; seconds %s, total %.2f s%n",
                    run.model().size(),
                    run.model().sources().length,
                    run.pairs().count(),
                    pairs,
                    clusters,
                    answer.threshold(),
                    run.seconds(),
                    (System.nanoTime() - begun) / 1e9);
            return run.ofEnterprises() ? run.knowledge() : null;
        }
    }

    private static long writePairs(Run run, Answer answer, Path file) throws IOException {
        Model model = run.model();
        long written = 0;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("source_a,rec_id_a,source_b,rec_id_b,probability\n");
            StringBuilder line = new StringBuilder();
            Scores probability = answer.probability();
            for (int i = 0; i < probability.size(); i++) {
                float p = probability.of(i);
                if (p <= 0.01f) continue;
                line.setLength(0);
                record(model, Math.min(run.left(i), run.right(i)), line);
                line.append(',');
                record(model, Math.max(run.left(i), run.right(i)), line);
                line.append(',');
                decimal(p, line);
                line.append('\n');
                to.append(line);
                written++;
            }
        }
        return written;
    }

    private static int writeClusters(Run run, Answer answer, Path file) throws IOException {
        Model model = run.model();
        int clusters = 0;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("source,rec_id,cluster\n");
            StringBuilder line = new StringBuilder();
            int[] cluster = answer.cluster();
            for (int r = 0; r < cluster.length; r++) {
                if (cluster[r] == r) clusters++;
                line.setLength(0);
                record(model, r, line);
                line.append(',').append(cluster[r]).append('\n');
                to.append(line);
            }
        }
        return clusters;
    }

    private static void record(Model model, int r, StringBuilder line) {
        cell(model.sources()[model.source()[r]], line);
        line.append(',');
        cell(model.ids()[r], line);
    }

    private static void cell(String text, StringBuilder line) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** Six decimals, the same everywhere. */
    private static void decimal(float probability, StringBuilder line) {
        int millionths = Math.round(probability * 1_000_000f);
        if (millionths >= 1_000_000) {
            line.append("1.000000");
            return;
        }
        line.append("0.");
        for (int unit = 100_000; unit > 0; unit /= 10) line.append((char) ('0' + millionths / unit % 10));
    }
}
