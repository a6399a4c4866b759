package id.lumbung.linkage.command;

import id.lumbung.linkage.engine.RawList;
import id.lumbung.linkage.engine.RawList.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lists of any size from the lists of one regency: the same again for regencies beside it. Each has its own villages and kecamatan, its
 * own telephone numbers, its people born on other days and with other cards; names stay as common as they are. So a record
 * has as many neighbours, namesakes and others born on its day as before, plus the few by chance that a larger country has. The same lists give the
 * same bytes.
 */
final class Grow {

    private static final String[] PLACES = {
        "rejo", "sari", "asri", "mulyo", "agung", "jaya", "makmur", "indah", "sono", "kerto", "tirto", "wono"
    };
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,3}(?!\\d)");
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/. ])(\\d{1,2})([-/. ])(\\d{1,4})");

    private final int copy;
    private final String region;
    private final String place;
    private final int[] digits = new int[10];

    private Grow(int copy) {
        this.copy = copy;
        region = String.format(Locale.ROOT, "%04d", 1101 + copy * 37 % 8000);
        place = PLACES[copy % PLACES.length]
                + (copy < PLACES.length ? "" : PLACES[copy / PLACES.length % PLACES.length]);
        long state = 0x9E3779B97F4A7C15L * (copy + 1);
        for (int d = 0; d < 10; d++) digits[d] = d;
        for (int d = 9; d > 0; d--) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int other = (int) ((state >>> 33) % (d + 1));
            int kept = digits[d];
            digits[d] = digits[other];
            digits[other] = kept;
        }
    }

    /** Writes the lists with their truth; the last regency holds a part of the owners, so that there are about {@code records}. */
    static long write(List<RawList> lists, RawList truth, long records, Path out) throws IOException {
        Files.createDirectories(out);
        long size = lists.stream().mapToLong(RawList::rows).sum();
        int whole = (int) (records / size);
        double part = (double) (records % size) / size;
        Map<String, Integer> owners = owners(truth);
        long written = 0;
        for (RawList list : lists) {
            try (BufferedWriter to = writer(out.resolve(list.source() + ".csv.gz"))) {
                for (int c = 0; c < list.columns().size(); c++)
                    to.write((c == 0 ? "" : ",") + list.columns().get(c).name());
                to.write('\n');
                Column id = column(list, "rec_id");
                for (int copy = 0; copy <= whole; copy++) {
                    Grow grow = new Grow(copy);
                    for (int r = 0; r < list.rows(); r++) {
                        Integer owner = owners.get(list.source() + '\n' + id.text(r));
                        if (copy == whole && (owner == null || drawn(owner) >= part)) continue;
                        grow.row(list, r, to);
                        written++;
                    }
                }
            }
        }
        Column source = column(truth, "source");
        Column id = column(truth, "rec_id");
        Column business = column(truth, "business_id");
        Column owner = column(truth, "owner_id");
        try (BufferedWriter to = writer(out.resolve("truth.csv.gz"))) {
            to.write("source,rec_id,business_id,owner_id\n");
            for (int copy = 0; copy <= whole; copy++) {
                String end = copy == 0 ? "" : "-" + copy;
                for (int r = 0; r < truth.rows(); r++) {
                    if (copy == whole && drawn(owner.codes()[r]) >= part) continue;
                    to.write(source.text(r)
                            + ','
                            + id.text(r)
                            + end
                            + ','
                            + business.text(r)
                            + end
                            + ','
                            + owner.text(r)
                            + end
                            + '\n');
                }
            }
        }
        return written;
    }

    private static BufferedWriter writer(Path file) throws IOException {
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
            {
                def.setLevel(1);
            }
        };
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    private static Column column(RawList list, String name) {
        Column column = list.column(name);
        if (column == null) throw new IllegalArgumentException("A list without " + name + " cannot grow");
        return column;
    }

    private static Map<String, Integer> owners(RawList truth) {
        Map<String, Integer> owners = new HashMap<>();
        Column source = column(truth, "source");
        Column id = column(truth, "rec_id");
        Column owner = column(truth, "owner_id");
        for (int r = 0; r < truth.rows(); r++) owners.put(source.text(r) + '\n' + id.text(r), owner.codes()[r]);
        return owners;
    }

    private static double drawn(int owner) {
        long h = (owner + 1) * 0x9E3779B97F4A7C15L;
        return (h >>> 40) / (double) (1 << 24);
    }

    private void row(RawList list, int r, BufferedWriter to) throws IOException {
        for (int c = 0; c < list.columns().size(); c++) {
            if (c > 0) to.write(',');
            Column column = list.columns().get(c);
            String text = column.text(r);
            if (copy > 0 && !text.isEmpty() && !filler(text)) text = other(column.name(), text);
            if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0)
                to.write('"' + text.replace("\"", "\"\"") + '"');
            else to.write(text);
        }
        to.write('\n');
    }

    /** 9999999999999999 is what people type who have no number, wherever they are. */
    private static boolean filler(String text) {
        return text.length() > 4 && text.chars().allMatch(c -> c == text.charAt(0));
    }

    private String other(String column, String text) {
        return switch (column.toLowerCase(Locale.ROOT)) {
            case "rec_id" -> text + '-' + copy;
            case "desa_kode" -> begun(text);
            case "desa_nama", "kec_nama" ->
                text.equals(text.toUpperCase(Locale.ROOT)) ? text + place.toUpperCase(Locale.ROOT) : text + place;
            case "telp" -> text.indexOf('E') >= 0 || text.indexOf('e') >= 0 ? text : phone(text);
            case "nik" -> card(text);
            case "tgl_lahir" -> date(text);
            case "alamat" -> address(text);
            default -> text;
        };
    }

    /** The first four digits are the regency's. */
    private String begun(String text) {
        StringBuilder out = new StringBuilder(text);
        int seen = 0;
        for (int i = 0; i < out.length() && seen < 4; i++)
            if (Character.isDigit(out.charAt(i))) out.setCharAt(i, region.charAt(seen++));
        return seen == 4 ? out.toString() : text;
    }

    private String phone(String text) {
        StringBuilder out = new StringBuilder(text);
        int seen = 0;
        for (int i = out.length() - 1; i >= 0 && seen < 6; i--) {
            char c = out.charAt(i);
            if (c < '0' || c > '9') continue;
            out.setCharAt(i, (char) ('0' + digits[c - '0']));
            seen++;
        }
        return out.toString();
    }

    private String card(String text) {
        if (text.length() < 4 || !Character.isDigit(text.charAt(3)) || text.length() == 4) return text;
        StringBuilder out = new StringBuilder(begun(text));
        if (text.length() < 12) return out.toString();
        for (int i = 6; i < 12; i++) if (!Character.isDigit(out.charAt(i))) return out.toString();
        int day = Integer.parseInt(out.substring(6, 8));
        int month = Integer.parseInt(out.substring(8, 10));
        int year = Integer.parseInt(out.substring(10, 12));
        boolean woman = day > 40;
        out.replace(
                6,
                12,
                String.format(
                        Locale.ROOT,
                        "%02d%02d%02d",
                        day(woman ? day - 40 : day) + (woman ? 40 : 0),
                        month(woman ? day - 40 : day, month),
                        year(1900 + year) % 100));
        return out.toString();
    }

    /** Day and month go round; who is born in another year is so by a few years. What is no date of the list's own kind stays. */
    private String date(String text) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            boolean yearFirst = date.group(1).length() == 4;
            String d = date.group(yearFirst ? 5 : 1);
            String m = date.group(3);
            String y = date.group(yearFirst ? 1 : 5);
            if (d.length() > 2) return text;
            String day = like(d, day(Integer.parseInt(d)));
            String month = like(m, month(Integer.parseInt(d), Integer.parseInt(m)));
            String year =
                    y.length() == 4 ? "" + year(Integer.parseInt(y)) : like(y, year(1900 + Integer.parseInt(y)) % 100);
            return yearFirst
                    ? year + date.group(2) + month + date.group(4) + day
                    : day + date.group(2) + month + date.group(4) + year;
        }
        return text.matches("\\d{4}") ? "" + year(Integer.parseInt(text)) : text;
    }

    private static String like(String text, int value) {
        return text.length() == 2 ? String.format(Locale.ROOT, "%02d", value) : "" + value;
    }

    private int day(int day) {
        return moves(day) ? 2 + (day - 2 + copy * 7) % 27 : day;
    }

    private int month(int day, int month) {
        return moves(day) && month >= 1 && month <= 12 ? 1 + (month - 1 + copy * 5) % 12 : month;
    }

    /** Not the first, which is what people say who do not know, nor a day that not every month has. */
    private static boolean moves(int day) {
        return day > 1 && day <= 28;
    }

    /** The numbers of RT and RW, which are as often small ones as before. */
    private String address(String text) {
        return NUMBER.matcher(text).replaceAll(found -> {
            int number = Integer.parseInt(found.group());
            if (number < 1 || number > 40) return found.group();
            String other = "" + (1 + (number - 1 + copy * 11) % 40);
            return "0".repeat(Math.max(0, found.group().length() - other.length())) + other;
        });
    }

    private int year(int year) {
        return year < 1930 || year > 2005 ? year : 1930 + (year - 1930 + copy) % 76;
    }

    /** The lists of a folder, grown; null when the folder says nothing of which are the same. */
    static @Nullable RawList truth(Path folder) throws IOException {
        Path file = Folder.file(folder, "truth");
        return file == null ? null : id.lumbung.linkage.engine.CsvFile.read(file, "truth");
    }
}
