package id.lumbung.linkage.command;

import id.lumbung.linkage.Estimate;
import id.lumbung.linkage.engine.Clusters;
import id.lumbung.linkage.engine.Knowledge;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Run.Answer;
import id.lumbung.linkage.engine.Run.Question;
import id.lumbung.linkage.engine.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code bench linkage-noise --data DIR}: the lists of a folder with other noise, each change linked anew and compared with the truth. */
public final class NoiseBench {

    private NoiseBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = null;
        Path weights = null;
        String learning = "blended";
        String only = "";
        int threads = Runtime.getRuntime().availableProcessors();
        int labels = 1000;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--data" -> folder = Path.of(arguments[i + 1]);
                case "--threads" -> threads = Integer.parseInt(arguments[i + 1]);
                case "--labels" -> labels = Integer.parseInt(arguments[i + 1]);
                case "--weights" -> weights = Path.of(arguments[i + 1]);
                case "--learning" -> learning = arguments[i + 1];
                case "--only" -> only = arguments[i + 1];
                default -> {
                    System.err.println("Not understood: " + arguments[i]);
                    System.exit(2);
                }
            }
        }
        if (folder == null || !Files.isDirectory(folder)) {
            System.err.println(
                    "./lumbung bench linkage-noise --data DIR [--threads N] [--labels N] [--only CHANGE] [--learning …] [--weights FILE]");
            System.exit(2);
            return;
        }
        Knowledge knowledge = new Known(weights, learning).read();
        try (Workers workers = new Workers(threads)) {
            List<RawList> lists = Folder.lists(folder, workers);
            if (!Noise.fits(lists)) throw new IllegalArgumentException("The lists lack columns that are changed");
            System.out.println(
                    "| change | records | pairs | blocking | F1 business | clusters | recall at 95 % | labels | F1 owner | clusters | labels | ECE | stated P, R | found P, R | owner stated P, R | found P, R |");
            System.out.println("|" + " --- |".repeat(16));
            for (String change : Noise.changes().keySet()) {
                if (!change.contains(only)) continue;
                one(folder, change, Noise.changed(lists, change), knowledge, labels, workers);
            }
        }
    }

    private static void one(
            Path folder, String change, List<RawList> lists, Knowledge knowledge, int labels, Workers workers)
            throws IOException {
        Run run = Run.of(() -> lists, knowledge, workers);
        Truth truth = Folder.truth(folder, run.model());
        if (truth == null || truth.owner() == null) throw new IllegalArgumentException("A truth.csv is needed");
        Answer business = run.answer(Question.BUSINESS);
        Answer owner = run.answer(Question.OWNER);
        Evaluation b = Evaluation.of(run, business, truth.business());
        Evaluation o = Evaluation.of(run, owner, truth.owner());
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %.3f | %.3f | %.3f | %.2f | %.3f | %.3f | %.3f | %.3f | %.3f, %.3f | %s | %s |%n",
                change,
                run.model().size(),
                run.pairs().count(),
                b.blockingRecall(),
                b.f1(),
                b.clusterF1(),
                b.recallAt95(),
                judged(run, business, truth.business(), labels).clusterF1(),
                o.f1(),
                o.clusterF1(),
                judged(run, owner, truth.owner(), labels).clusterF1(),
                b.calibrationError(),
                o.calibrationError(),
                stated(business, b),
                stated(owner, o));
    }

    private static Evaluation judged(Run run, Answer answer, int[] truth, int labels) {
        int[] pairs = run.worthAsking(answer, labels);
        boolean[] same = new boolean[pairs.length];
        for (int i = 0; i < same.length; i++) same[i] = truth[run.left(pairs[i])] == truth[run.right(pairs[i])];
        return Evaluation.of(run, run.answer(answer.question(), Clusters.Constraints.none(), pairs, same), truth);
    }

    /** The intervals, then what was found, with a mark where it lies outside. */
    private static String stated(Answer answer, Evaluation evaluation) {
        Estimate estimate = Run.estimate(answer);
        // the truth of the recall among those compared
        double recall = evaluation.blockingRecall() == 0 ? 0 : evaluation.recall() / evaluation.blockingRecall();
        return String.format(
                Locale.ROOT,
                "%.3f–%.3f, %.3f–%.3f | %.3f%s, %.3f%s",
                estimate.precisionLow(),
                estimate.precisionHigh(),
                estimate.recallLow(),
                estimate.recallHigh(),
                evaluation.precision(),
                inside(evaluation.precision(), estimate.precisionLow(), estimate.precisionHigh()),
                recall,
                inside(recall, estimate.recallLow(), estimate.recallHigh()));
    }

    private static String inside(double value, double low, double high) {
        return value < low ? " ↓" : value > high ? " ↑" : "";
    }
}
