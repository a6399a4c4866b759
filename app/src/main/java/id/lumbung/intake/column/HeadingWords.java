package id.lumbung.intake.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which headings mean what, of {@code intake/headings.txt}: headings as offices write them, of questionnaires and of
 * exports. The whole heading must be known, or its beginning when it goes on with words that add nothing.
 */
final class HeadingWords {
    private static final HeadingWords KNOWN = read();
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]{0,80}\\)|\\[[^\\]]{0,80}\\]");
    private static final Set<String> MONTH =
            Set.of("per", "bulan", "bln", "sebulan", "perbulan", "bulanan", "setiap", "tiap");
    /** Words of questions and of courtesy, which say nothing of what is asked. */
    private static final Set<String> FILLERS = Set.of(
            "berapa",
            "apa",
            "anda",
            "bapak",
            "ibu",
            "saudara",
            "lengkap",
            "aktif",
            "jika",
            "bila",
            "sudah",
            "tuliskan",
            "sebutkan",
            "mohon",
            "silakan",
            "rata",
            "kira",
            "saat",
            "ini",
            "pilih",
            "salah",
            "satu",
            "yang",
            "dimiliki",
            "dijalankan",
            "dari",
            "oleh",
            "sesuai",
            "siapa",
            "tulis");

    private static final Set<String> OF_OWNERS = Set.of(
            "pemilik",
            "pengusaha",
            "pelaku",
            "identitas",
            "penanggung",
            "pimpinan",
            "pengelola",
            "owner",
            "perajin",
            "pengrajin",
            "pedagang");
    private static final Set<String> OF_BUSINESSES =
            Set.of("usaha", "perusahaan", "ikm", "ukm", "umkm", "toko", "warung", "merek", "merk", "brand", "industri");
    private static final Set<String> OF_OTHERS = Set.of(
            "desa",
            "kecamatan",
            "kelurahan",
            "kabupaten",
            "produk",
            "bank",
            "kandung",
            "suami",
            "istri",
            "kelompok",
            "petugas",
            "pendata",
            "surveyor",
            "enumerator",
            "instansi",
            "pembina",
            "jenis",
            "alamat",
            "pendamping",
            "koperasi",
            "dusun");

    private final Map<String, Field> fields;

    private HeadingWords(Map<String, Field> fields) {
        this.fields = Map.copyOf(fields);
    }

    static Optional<Field> find(String heading) {
        if (isYesOrNo(heading)) {
            return Optional.of(Field.KEPT);
        }
        Optional<Field> whole = known(Headings.withoutYear(heading));
        if (whole.isPresent()) {
            return whole;
        }
        String bare = Headings.withoutYear(BRACKETS.matcher(heading).replaceAll(" "));
        Optional<Field> found = known(bare).or(() -> known(withoutFillers(bare)));
        return found.isPresent()
                ? found
                : monthly(withoutFillers(bare))
                        .or(() -> firstOfSeveral(heading))
                        .or(() -> named(bare));
    }

    /** A question whose answer is yes or no is not what it asks about. */
    private static boolean isYesOrNo(String heading) {
        String words = Headings.plain(heading);
        return words.startsWith("apakah ")
                || words.startsWith("memiliki ")
                || words.startsWith("punya ")
                || words.startsWith("sudah memiliki ");
    }

    private static Optional<Field> known(String heading) {
        String words = heading;
        Field field = KNOWN.fields.get(words);
        while (field == null) {
            int space = words.lastIndexOf(' ');
            if (space < 0 || !addsNothing(words.substring(space + 1))) {
                return Optional.empty();
            }
            words = words.substring(0, space);
            field = KNOWN.fields.get(words);
        }
        return Optional.of(field);
    }

    /** Sales of a month are not those of a year. */
    private static Optional<Field> monthly(String words) {
        String rest = without(words, MONTH);
        return rest.equals(words)
                ? Optional.empty()
                : known(rest).filter(field -> field == Field.ANNUAL_SALES).map(field -> Field.MONTHLY_SALES);
    }

    /** Nama Usaha / Merek Dagang: what stands first, when it is known by itself. */
    private static Optional<Field> firstOfSeveral(String heading) {
        int slash = heading.indexOf('/');
        return slash < 3
                ? Optional.empty()
                : known(withoutFillers(Headings.withoutYear(
                        BRACKETS.matcher(heading.substring(0, slash)).replaceAll(" "))));
    }

    /** Nama of somebody or of a business, in whatever words. */
    private static Optional<Field> named(String words) {
        Set<String> all = Set.copyOf(Arrays.asList(words.split(" ")));
        if (!all.contains("nama") || !Collections.disjoint(all, OF_OTHERS)) {
            return Optional.empty();
        }
        if (!Collections.disjoint(all, OF_OWNERS)) {
            return Optional.of(Field.OWNER_NAME);
        }
        return Collections.disjoint(all, OF_BUSINESSES) ? Optional.empty() : Optional.of(Field.BUSINESS_NAME);
    }

    private static String withoutFillers(String words) {
        return without(words, FILLERS);
    }

    private static String without(String words, Set<String> which) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !which.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static boolean addsNothing(String word) {
        return switch (word) {
            case "rp",
                    "rupiah",
                    "tahun",
                    "thn",
                    "th",
                    "per",
                    "orang",
                    "org",
                    "jiwa",
                    "lengkap",
                    "wajib",
                    "isi",
                    "diisi",
                    "dalam",
                    "ribu",
                    "ribuan",
                    "000",
                    "juta",
                    "jutaan",
                    "jt",
                    "tersebut" -> true;
            default -> word.length() == 1;
        };
    }

    private static HeadingWords read() {
        Map<String, Field> fields = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(
                        HeadingWords.class.getResourceAsStream("/intake/headings.txt"), "intake/headings.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        Field field = Field.valueOf(line.substring(0, colon).strip());
                        for (String heading : line.substring(colon + 1).split(",")) {
                            Field before = fields.put(Headings.plain(heading), field);
                            if (before != null) {
                                throw new IllegalStateException(
                                        "heading " + heading.strip() + " means " + before + " and " + field);
                            }
                        }
                    });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new HeadingWords(fields);
    }
}
