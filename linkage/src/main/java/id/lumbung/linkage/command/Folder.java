package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.CsvFile;
import id.lumbung.linkage.engine.Model;
import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.Workers;
import id.lumbung.linkage.engine.umkm.UmkmModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of lists: every {@code .csv} or {@code .csv.gz} with the columns of a list, in the order of the names. */
final class Folder {

    private Folder() {}

    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) name = name.substring(0, name.length() - 3);
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }

    static @Nullable Path file(Path folder, String name) {
        for (String end : new String[] {".csv.gz", ".csv"}) {
            Path file = folder.resolve(name + end);
            if (Files.exists(file)) return file;
        }
        return null;
    }

    /** What the folder knows to be the same: {@code truth.csv}, a mapping of two columns, or ids of the form rec-N-…; null when nothing. */
    static @Nullable Truth truth(Path folder, Model model) throws IOException {
        Path stated = file(folder, "truth");
        if (stated != null) return Truth.stated(CsvFile.read(stated, "truth"), model);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) continue;
                RawList list = CsvFile.read(file, nameOf(file));
                if (list.columns().size() == 2) return Truth.mapped(list, model);
            }
        }
        return Truth.ofIds(model);
    }

    static List<RawList> lists(Path folder, Workers workers) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> {
                        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                        return name.endsWith(".csv") || name.endsWith(".csv.gz");
                    })
                    .filter(file ->
                            !nameOf(file).equals("truth") && !nameOf(file).equals("villages"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        RawList[] read = new RawList[files.size()];
        workers.forPieces(files.size(), i -> {
            try {
                read[i] = CsvFile.read(files.get(i), nameOf(files.get(i)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        List<RawList> lists = new ArrayList<>();
        for (RawList list : read) if (UmkmModel.fits(list)) lists.add(list);
        if (!lists.isEmpty()) return lists;
        // lists of another layout: two columns are a mapping, not a list
        for (RawList list : read) if (list.columns().size() > 2) lists.add(list);
        if (lists.isEmpty()) throw new IllegalArgumentException("No list in " + folder);
        return lists;
    }
}
