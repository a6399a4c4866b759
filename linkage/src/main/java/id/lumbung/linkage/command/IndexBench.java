package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.Index;
import id.lumbung.linkage.engine.Knowledge;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.Run;
import id.lumbung.linkage.engine.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** An index that lives: records that were kept out of the lists are added to it, at once and one by one, while it is asked. */
final class IndexBench {

    private IndexBench() {}

    static void measure(Path folder, int threads, int adds, Map<String, Double> found) {
        List<Index.Entry> coming = new ArrayList<>();
        Index index = index(folder, threads, adds * 2, coming);
        long bytes = used();
        System.out.printf(Locale.ROOT, "%nAn index of %,d records, %,d MB%n", index.size(), bytes >> 20);
        // warmed up as a server is that has answered some questions
        for (int i = 0; i < Math.min(2000, coming.size()); i++)
            index.find(coming.get(i).source(), coming.get(i).cell(), 0.05, 20);
        List<Index.Entry> first = coming.subList(0, adds);
        List<Index.Entry> second = coming.subList(adds, coming.size());
        AtomicBoolean over = new AtomicBoolean();
        List<Long> waits = new ArrayList<>();
        Thread reader = new Thread(() -> {
            for (int i = 0; !over.get(); i++) {
                Index.Entry asked = coming.get(i % coming.size());
                long begun = System.nanoTime();
                index.find(asked.source(), asked.cell(), 0.05, 20);
                waits.add(System.nanoTime() - begun);
            }
        });
        long begun = System.nanoTime();
        Index.Outcome outcome = index.change(List.of(), first);
        double atOnce = (System.nanoTime() - begun) / 1e9;
        reader.start();
        long[] singles = new long[second.size()];
        for (int i = 0; i < singles.length; i++) {
            begun = System.nanoTime();
            index.change(List.of(), List.of(second.get(i)));
            singles[i] = System.nanoTime() - begun;
        }
        over.set(true);
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Arrays.sort(singles);
        long[] waited = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%,d added at once in %.3f s: %,d pairs, %,d clusters of businesses and %,d of owners changed, %,d and %,d numbers retired%n",
                first.size(),
                atOnce,
                outcome.pairs().size(),
                outcome.business().changed().size(),
                outcome.owner().changed().size(),
                outcome.business().retired().size(),
                outcome.owner().retired().size());
        System.out.printf(
                Locale.ROOT,
                "%,d added one by one: median %.3f ms, 99 %% within %.3f ms, slowest %.1f ms; meanwhile %,d were asked: median %.3f ms, 99 %% within %.3f ms, slowest %.1f ms%n",
                singles.length,
                singles[singles.length / 2] / 1e6,
                singles[(int) (singles.length * 0.99)] / 1e6,
                singles[singles.length - 1] / 1e6,
                waited.length,
                waited[waited.length / 2] / 1e6,
                waited[(int) (waited.length * 0.99)] / 1e6,
                waited[waited.length - 1] / 1e6);
        found.put("seconds to add " + first.size(), atOnce);
    }

    /** In a method of its own, so that nothing holds the run any more when the index is measured. */
    private static Index index(Path folder, int threads, int out, List<Index.Entry> coming) {
        try (Workers workers = new Workers(threads)) {
            List<RawList> lists = new ArrayList<>(Folder.lists(folder, workers));
            RawList largest =
                    lists.stream().max(Comparator.comparingInt(RawList::rows)).orElseThrow();
            int step = Math.max(2, largest.rows() / out);
            lists.replaceAll(list -> list == largest ? without(list, step, out, coming) : list);
            Run run = Run.of(() -> lists, Knowledge.builtIn(), workers);
            return run.index();
        }
    }

    private static RawList without(RawList list, int step, int most, List<Index.Entry> coming) {
        int[] kept = new int[list.rows()];
        int used = 0;
        for (int r = 0; r < list.rows(); r++) {
            if (r % step != step - 1 || coming.size() == most) {
                kept[used++] = r;
                continue;
            }
            Map<String, String> cells = new HashMap<>();
            for (RawList.Column column : list.columns()) cells.put(column.name(), column.text(r));
            coming.add(new Index.Entry(
                    list.source(), cells.getOrDefault("rec_id", "" + r), column -> cells.getOrDefault(column, "")));
        }
        int[] rows = Arrays.copyOf(kept, used);
        return new RawList(
                list.source(),
                rows.length,
                list.columns().stream()
                        .map(column -> new RawList.Column(
                                column.name(),
                                Arrays.stream(rows).map(r -> column.codes()[r]).toArray(),
                                column.values()))
                        .toList());
    }

    private static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
