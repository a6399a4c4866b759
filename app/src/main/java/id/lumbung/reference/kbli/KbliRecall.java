package id.lumbung.reference.kbli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.lumbung.reference.upload.UploadedTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures the activity search on a list of known cases: {@code ./lumbung kbli-recall cases.csv [official list]}.
 * The cases file has the columns jenis_usaha, uraian_kegiatan and kbli_2020 (the shape of BPS's "kasus batas"). A case
 * counts as found at k when its code is among the first k answers; a case that names only a group (fewer than five
 * digits) is found by any code of that group. The weights of the search were chosen on
 * cases with odd numbers; the two halves share many activities, so the even half is no clean test.
 */
public final class KbliRecall {

    private static final int[] AT = {1, 5, 10};
    private static final int DEEPEST = 10;
    private static final Logger QUIET = Logger.getLogger("org.apache.lucene");

    private record Case(int id, String kind, String description, String code) {}

    private KbliRecall() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Pemakaian: ./lumbung kbli-recall <kasus.csv> [<daftar resmi KBLI 2020>]");
            System.exit(2);
        }
        QUIET.setLevel(Level.OFF);
        List<Case> cases = read(Path.of(arguments[0]));
        print(cases, "daftar awal Lumbung", KbliStartList.load().entries(), System.out);
        if (arguments.length == 2) {
            byte[] official = Files.readAllBytes(Path.of(arguments[1]));
            print(cases, "daftar resmi lengkap", complete(KbliListFile.read(official)), System.out);
        }
    }

    /** The official list with the everyday words of the starting list laid over it, as after an import. */
    public static List<KbliEntry> complete(KbliListFile official) {
        Map<String, KbliEntry> entries = new LinkedHashMap<>();
        official.rows()
                .forEach(row ->
                        entries.put(row.code(), new KbliEntry("2020", row.code(), row.title(), "", row.description())));
        for (KbliEntry start : KbliStartList.load().entries()) {
            if (start.version().equals("2020")) {
                entries.computeIfPresent(
                        start.code(),
                        (code, entry) ->
                                new KbliEntry("2020", code, entry.title(), start.words(), entry.description()));
            }
        }
        return List.copyOf(entries.values());
    }

    private static List<Case> read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(UploadedTable.text(Files.readAllBytes(file)))) {
            for (NamedCsvRecord row : reader) {
                String number = row.findField("id").orElse("0");
                cases.add(new Case(
                        number.matches("\\d+") ? Integer.parseInt(number) : 0,
                        row.getField("jenis_usaha"),
                        row.getField("uraian_kegiatan"),
                        row.getField("kbli_2020").strip()));
            }
        }
        return cases;
    }

    private static void print(List<Case> cases, String list, List<KbliEntry> entries, PrintStream out) {
        KbliIndex index = new KbliIndex(entries, EverydayWords.load());
        out.printf("%n%s: %d kode KBLI 2020, %d kasus%n", list, count(entries), cases.size());
        out.printf("%-44s %8s %8s %8s%n", "", "R@1", "R@5", "R@10");
        line(out, "jenis usaha + uraian", cases, index, c -> c.kind() + " " + c.description(), c -> true);
        line(
                out,
                "  kasus bernomor ganjil (dipakai menyetel)",
                cases,
                index,
                c -> c.kind() + " " + c.description(),
                c -> c.id() % 2 == 1);
        line(out, "  kasus bernomor genap", cases, index, c -> c.kind() + " " + c.description(), c -> c.id() % 2 == 0);
        line(out, "jenis usaha saja", cases, index, Case::kind, c -> true);
        line(out, "uraian saja", cases, index, Case::description, c -> true);
        anyCode(out, cases, index);
    }

    private static long count(List<KbliEntry> entries) {
        return entries.stream().filter(entry -> entry.version().equals("2020")).count();
    }

    private static void line(
            PrintStream out,
            String name,
            List<Case> cases,
            KbliIndex index,
            Function<Case, String> query,
            Predicate<Case> chosen) {
        List<Case> some = cases.stream().filter(chosen).toList();
        int[] found = new int[AT.length];
        for (Case one : some) {
            int rank = rank(index, query.apply(one), List.of(one.code()));
            for (int i = 0; i < AT.length; i++) {
                found[i] += rank <= AT[i] ? 1 : 0;
            }
        }
        row(out, name, found, some.size());
    }

    /** Several cases share one description; here a description is found when any of its codes is. */
    private static void anyCode(PrintStream out, List<Case> cases, KbliIndex index) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (Case one : cases) {
            codes.computeIfAbsent(one.kind() + " " + one.description(), d -> new ArrayList<>())
                    .add(one.code());
        }
        int[] found = new int[AT.length];
        codes.forEach((description, right) -> {
            int rank = rank(index, description, right);
            for (int i = 0; i < AT.length; i++) {
                found[i] += rank <= AT[i] ? 1 : 0;
            }
        });
        row(out, "uraian berbeda (" + codes.size() + "), salah satu kodenya", found, codes.size());
    }

    private static void row(PrintStream out, String name, int[] found, int of) {
        out.printf("%-44s", name);
        for (int f : found) {
            out.printf(" %8.3f", of == 0 ? 0 : (double) f / of);
        }
        out.println();
    }

    private static int rank(KbliIndex index, String query, List<String> right) {
        int rank = 0;
        for (KbliIndex.Scored hit : index.search(query + " ", "2020", DEEPEST)) {
            rank++;
            if (right.stream().anyMatch(hit.entry().code()::startsWith)) {
                return rank;
            }
        }
        return Integer.MAX_VALUE;
    }
}
