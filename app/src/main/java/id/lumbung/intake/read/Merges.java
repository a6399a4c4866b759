package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells that are merged. They stand behind the rows of a sheet, so they are looked for first, without parsing what is
 * before them. A value of a cell that reaches over several rows of one column holds for all of them (a kecamatan written
 * once for its businesses); what reaches over columns is a title or a heading.
 */
final class Merges {
    private static final byte[] MARK = "<mergeCell ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern AREA = Pattern.compile("ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    private static final int LONGEST = 64;
    private static final int MOST = 100_000;

    private static final int MOST_KNOWN = 1_000;
    private static final int SHEETS_KNOWN = 32;
    private static final Map<Key, List<Area>> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Area>> eldest) {
            return size() > SHEETS_KNOWN;
        }
    });

    private final List<Area> down;
    private int reached;
    private final List<Held> open = new ArrayList<>();

    /** Rows from 1, columns from 0. */
    record Area(int column, long from, long to) {}

    private record Held(Area area, String text) {}

    /** Opens a part when it has to be looked through. */
    interface Part {
        InputStream open() throws IOException;
    }

    private record Key(Object content, String part) {}

    private Merges(List<Area> down) {
        this.down = down;
    }

    /** Looked for once in a sheet: a list is read three times, and inflating a large one takes seconds. */
    static Merges of(@Nullable Object content, String name, Part part) throws IOException {
        Key key = content == null ? null : new Key(content, name);
        List<Area> known = key == null ? null : KNOWN.get(key);
        if (known == null) {
            try (InputStream in = part.open()) {
                known = areas(in);
            }
            if (key != null && known.size() <= MOST_KNOWN) {
                KNOWN.put(key, known);
            }
        }
        return new Merges(known);
    }

    private static List<Area> areas(InputStream in) throws IOException {
        List<Area> areas = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        while (true) {
            int read = in.read(buffer, kept, buffer.length - kept);
            int end = kept + Math.max(read, 0);
            // a mark near the end of the block is looked at again with the next one
            int safe = read < 0 ? end : end - LONGEST - MARK.length;
            int at = 0;
            while ((at = indexOf(buffer, at, safe)) >= 0) {
                int from = at + MARK.length;
                String text = new String(buffer, from, Math.min(LONGEST, end - from), StandardCharsets.US_ASCII);
                Matcher area = AREA.matcher(text);
                if (area.find()) {
                    add(area, areas);
                }
                at = from;
            }
            if (read < 0) {
                break;
            }
            int keep = Math.min(end, LONGEST + MARK.length);
            System.arraycopy(buffer, end - keep, buffer, 0, keep);
            kept = keep;
        }
        areas.sort(Comparator.comparingLong(Area::from));
        return List.copyOf(areas);
    }

    private static void add(Matcher area, List<Area> areas) {
        int left = SheetRows.column(area.group(1));
        int right = SheetRows.column(area.group(3));
        long top = Long.parseLong(area.group(2));
        long bottom = Long.parseLong(area.group(4));
        Area found = new Area(left, top, bottom);
        if (left == right && bottom > top && areas.size() < MOST && !areas.contains(found)) {
            areas.add(found);
        }
    }

    private static int indexOf(byte[] buffer, int from, int to) {
        outer:
        for (int i = from; i < to - MARK.length + 1; i++) {
            for (int k = 0; k < MARK.length; k++) {
                if (buffer[i + k] != MARK[k]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    /** Puts into the row what a cell above holds for it too; rows come in their order. */
    void fill(Row row) {
        if (down.isEmpty()) {
            return;
        }
        open.removeIf(held -> held.area().to() < row.line());
        for (Held held : open) {
            if (row.cell(held.area().column()).isEmpty()) {
                row.set(held.area().column(), held.text(), false);
            }
        }
        while (reached < down.size() && down.get(reached).from() <= row.line()) {
            Area area = down.get(reached++);
            if (area.from() == row.line() && !row.cell(area.column()).isEmpty()) {
                open.add(new Held(area, row.cell(area.column())));
            }
        }
    }
}
