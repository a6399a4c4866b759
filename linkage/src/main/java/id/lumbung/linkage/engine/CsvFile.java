package id.lumbung.linkage.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A list read from {@code .csv} or {@code .csv.gz} into columns of dictionary codes: each distinct text of a column is decoded once.
 * The delimiter (comma, semicolon, bar, tab) is the one that the heading holds most; what is no UTF-8 is read as Windows-1252.
 */
public final class CsvFile {

    private static final int WINDOW = 1 << 18;
    private static final int MOST = 1 << 28;

    private final InputStream in;
    private byte[] bytes = new byte[WINDOW];
    private int at;
    private int end;
    private boolean over;

    private byte delimiter;
    private byte[] cell = new byte[256];
    private final int[] bounds = new int[2];
    private final List<Interner> columns = new ArrayList<>();
    private final List<int[]> codes = new ArrayList<>();
    private boolean first = true;
    private int rows;

    private CsvFile(InputStream in) {
        this.in = in;
    }

    /** Reads the whole file, a window at a time; columns come in the order of the heading, names trimmed. */
    public static RawList read(Path file, String source) throws IOException {
        try (InputStream in = open(file)) {
            return new CsvFile(in).read(source);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private RawList read(String source) throws IOException {
        fill(0);
        if (end >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb) at = 3;
        delimiter = delimiter();
        List<String> heading = new ArrayList<>();
        while (at < end || !over) {
            int start = at;
            boolean blank = row();
            if (at >= end && !over) {
                // the row may go on behind the window: once more, from its beginning; codes are given only once
                fill(start);
                continue;
            }
            if (first) {
                first = false;
            } else if (!blank) {
                rows++;
            }
        }
        boolean utf8 = columns.stream().allMatch(Interner::isUtf8);
        Charset charset = utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        for (Interner column : columns) heading.add(column.heading(charset));
        List<RawList.Column> done = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            done.add(new RawList.Column(
                    heading.get(c),
                    Arrays.copyOf(codes.get(c), rows),
                    columns.get(c).values(charset)));
            codes.set(c, new int[0]);
            columns.set(c, new Interner());
        }
        return new RawList(source, rows, done);
    }

    /** Brings what is not read yet to the front of the window, and more behind it. */
    private void fill(int from) throws IOException {
        int kept = end - from;
        if (kept > MOST) throw new IOException("A row of more than 256 MB; a closing quote may be missing");
        if (kept > bytes.length / 2) {
            bytes = Arrays.copyOfRange(bytes, from, Math.max(end, from + Math.multiplyExact(bytes.length, 2)));
        } else {
            System.arraycopy(bytes, from, bytes, 0, kept);
        }
        at = 0;
        end = kept;
        while (end < bytes.length && !over) {
            int read = in.read(bytes, end, bytes.length - end);
            if (read < 0) over = true;
            else end += read;
        }
    }

    /** One row into the codes of its columns; whether nothing stood in it. */
    private boolean row() {
        int column = 0;
        boolean more = true;
        int start = at;
        while (more) {
            int cellFrom;
            int cellTo;
            byte[] where = bytes;
            if (at < end && bytes[at] == '"') {
                at++;
                cellFrom = at;
                int length = quoted();
                if (length >= 0) {
                    where = cell;
                    cellFrom = 0;
                    cellTo = length;
                } else {
                    cellTo = at;
                }
                at++;
                while (at < end && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') at++;
            } else {
                cellFrom = at;
                while (at < end && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') at++;
                cellTo = at;
            }
            // a row that is cut by the window leaves nothing behind: it is read again
            if (at >= end && !over) return false;
            trim(where, Math.min(cellFrom, cellTo), cellTo, bounds);
            put(column++, where, bounds[0], bounds[1]);
            more = at < end && bytes[at] == delimiter;
            if (more) at++;
        }
        boolean blank = at == start;
        if (at < end && bytes[at] == '\r') at++;
        if (at < end && bytes[at] == '\n') at++;
        if (!first && !blank) for (int c = column; c < columns.size(); c++) put(c, bytes, 0, 0);
        return blank;
    }

    private void put(int column, byte[] where, int from, int to) {
        if (first) {
            if (column == columns.size()) {
                columns.add(new Interner());
                codes.add(new int[1024]);
            }
            columns.get(column).heading(Arrays.copyOfRange(where, from, to));
        } else if (column < columns.size()) {
            int[] of = codes.get(column);
            if (rows >= of.length) {
                of = Arrays.copyOf(of, of.length + (of.length >> 1));
                codes.set(column, of);
            }
            of[rows] = columns.get(column).code(where, from, to);
        }
    }

    /** To the closing quote; the length of the text in {@code cell} when it holds quotes itself, else -1. */
    private int quoted() {
        int from = at;
        int length = -1;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                if (at + 1 >= end || bytes[at + 1] != '"') break;
                if (length < 0) {
                    length = at - from;
                    while (cell.length < length + 2) cell = Arrays.copyOf(cell, cell.length * 2);
                    System.arraycopy(bytes, from, cell, 0, length);
                }
                if (cell.length < length + 2) cell = Arrays.copyOf(cell, cell.length * 2);
                cell[length++] = '"';
                at += 2;
                continue;
            }
            if (length >= 0) {
                if (cell.length < length + 2) cell = Arrays.copyOf(cell, cell.length * 2);
                cell[length++] = b;
            }
            at++;
        }
        return length;
    }

    private byte delimiter() {
        int[] seen = new int[128];
        for (int i = at; i < end && bytes[i] != '\n'; i++) {
            if (bytes[i] >= 0) seen[bytes[i]]++;
        }
        byte best = ',';
        for (byte candidate : new byte[] {';', '|', '\t'}) {
            if (seen[candidate] > seen[best]) best = candidate;
        }
        return best;
    }

    private static void trim(byte[] bytes, int from, int to, int[] bounds) {
        while (from < to && bytes[from] >= 0 && bytes[from] <= ' ') from++;
        while (to > from && bytes[to - 1] >= 0 && bytes[to - 1] <= ' ') to--;
        bounds[0] = from;
        bounds[1] = to;
    }

    /** Distinct byte strings, numbered in the order of their coming. */
    private static final class Interner {

        private byte[] heading = new byte[0];
        private byte[] arena = new byte[1 << 12];
        private int used;
        private int[] starts = new int[256];
        private int size;
        private int[] table = new int[1 << 9];

        void heading(byte[] name) {
            heading = name;
        }

        String heading(Charset charset) {
            return new String(heading, charset);
        }

        /** Cells end at signs that are no part of another, so the file is UTF-8 when each text is. */
        boolean isUtf8() {
            return isUtf8(heading, 0, heading.length) && isUtf8(arena, 0, used);
        }

        private static boolean isUtf8(byte[] of, int from, int to) {
            boolean ascii = true;
            for (int i = from; i < to && ascii; i++) ascii = of[i] >= 0;
            if (ascii) return true;
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
            CharBuffer thrown = CharBuffer.allocate(8192);
            ByteBuffer in = ByteBuffer.wrap(of, from, to - from);
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                result = decoder.decode(in, thrown, true);
                thrown.clear();
            }
            return !result.isError();
        }

        int code(byte[] bytes, int from, int to) {
            int hash = 1;
            for (int i = from; i < to; i++) hash = 31 * hash + bytes[i];
            hash *= 0x9E3779B1;
            hash ^= hash >>> 15;
            int mask = table.length - 1;
            int slot = hash & mask;
            while (table[slot] != 0) {
                int candidate = table[slot] - 1;
                if (Arrays.equals(arena, starts[candidate], starts[candidate + 1], bytes, from, to)) return candidate;
                slot = (slot + 1) & mask;
            }
            int length = to - from;
            if (used + length > arena.length)
                arena = Arrays.copyOf(arena, Math.max(arena.length + (arena.length >> 1), used + length));
            System.arraycopy(bytes, from, arena, used, length);
            used += length;
            if (size + 2 > starts.length) starts = Arrays.copyOf(starts, starts.length + (starts.length >> 1));
            starts[size + 1] = used;
            table[slot] = ++size;
            if (size * 2 > table.length) grow();
            return size - 1;
        }

        private void grow() {
            int[] larger = new int[table.length * 2];
            int mask = larger.length - 1;
            for (int code = 0; code < size; code++) {
                int hash = 1;
                for (int i = starts[code]; i < starts[code + 1]; i++) hash = 31 * hash + arena[i];
                hash *= 0x9E3779B1;
                hash ^= hash >>> 15;
                int slot = hash & mask;
                while (larger[slot] != 0) slot = (slot + 1) & mask;
                larger[slot] = code + 1;
            }
            table = larger;
        }

        String[] values(Charset charset) {
            String[] values = new String[size];
            for (int i = 0; i < size; i++) values[i] = new String(arena, starts[i], starts[i + 1] - starts[i], charset);
            return values;
        }
    }
}
