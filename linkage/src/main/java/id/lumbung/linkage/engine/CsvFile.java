package id.lumbung.linkage.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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

    private CsvFile() {}

    /** Reads the whole file; columns come in the order of the heading, names trimmed. */
    public static RawList read(Path file, String source) throws IOException {
        byte[] bytes = bytesOf(file);
        int from = bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
        Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        byte delimiter = delimiter(bytes, from);
        List<String> heading = new ArrayList<>();
        int at = from;
        byte[] cell = new byte[256];
        int[] bounds = new int[2];
        List<Interner> columns = new ArrayList<>();
        List<int[]> codes = new ArrayList<>();
        boolean first = true;
        int rows = 0;
        int end = bytes.length;
        while (at < end) {
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
                    int length = -1;
                    while (at < end) {
                        byte b = bytes[at];
                        if (b == '"') {
                            if (at + 1 < end && bytes[at + 1] == '"') {
                                if (length < 0) {
                                    length = at - cellFrom;
                                    while (cell.length < length + 2) cell = Arrays.copyOf(cell, cell.length * 2);
                                    System.arraycopy(bytes, cellFrom, cell, 0, length);
                                }
                                if (cell.length < length + 2) cell = Arrays.copyOf(cell, cell.length * 2);
                                cell[length++] = '"';
                                at += 2;
                                continue;
                            }
                            break;
                        }
                        if (length >= 0) {
                            if (cell.length < length + 2) cell = Arrays.copyOf(cell, cell.length * 2);
                            cell[length++] = b;
                        }
                        at++;
                    }
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
                trim(where, cellFrom, cellTo, bounds);
                if (first) {
                    heading.add(new String(where, bounds[0], bounds[1] - bounds[0], charset));
                    columns.add(new Interner(charset));
                    codes.add(new int[1024]);
                } else if (column < columns.size()) {
                    int[] of = codes.get(column);
                    if (rows >= of.length) {
                        of = Arrays.copyOf(of, of.length + (of.length >> 1));
                        codes.set(column, of);
                    }
                    of[rows] = columns.get(column).code(where, bounds[0], bounds[1]);
                }
                column++;
                more = at < end && bytes[at] == delimiter;
                if (more) at++;
            }
            boolean blank = at == start;
            if (at < end && bytes[at] == '\r') at++;
            if (at < end && bytes[at] == '\n') at++;
            if (first) {
                first = false;
            } else if (!blank) {
                for (int c = column; c < columns.size(); c++) {
                    int[] of = codes.get(c);
                    if (rows >= of.length) {
                        of = Arrays.copyOf(of, of.length + (of.length >> 1));
                        codes.set(c, of);
                    }
                    of[rows] = columns.get(c).code(bytes, 0, 0);
                }
                rows++;
            }
        }
        List<RawList.Column> done = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            done.add(new RawList.Column(
                    heading.get(c),
                    Arrays.copyOf(codes.get(c), rows),
                    columns.get(c).values()));
        }
        return new RawList(source, rows, done);
    }

    private static byte[] bytesOf(Path file) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) return Files.readAllBytes(file);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(1 << 28, Files.size(file) * 4));
            in.transferTo(out);
            return out.toByteArray();
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b < 0) {
                ascii = false;
                break;
            }
        }
        if (ascii) return true;
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static byte delimiter(byte[] bytes, int from) {
        int[] seen = new int[128];
        for (int i = from; i < bytes.length && bytes[i] != '\n'; i++) {
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

        private final Charset charset;
        private byte[] arena = new byte[1 << 12];
        private int used;
        private int[] starts = new int[256];
        private int size;
        private int[] table = new int[1 << 9];

        Interner(Charset charset) {
            this.charset = charset;
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

        String[] values() {
            String[] values = new String[size];
            for (int i = 0; i < size; i++) values[i] = new String(arena, starts[i], starts[i + 1] - starts[i], charset);
            return values;
        }
    }
}
