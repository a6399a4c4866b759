package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A web page with tables, which portals hand out under the name of a spreadsheet. To open and save it in one would make
 * numbers of its NIKs, so it is read as it is: each table is a sheet. Held in memory, therefore only up to a size.
 */
final class WebPage implements Table {
    private static final long MOST_BYTES = 12L << 20;

    private final Charset charset;
    private final List<Element> tables;

    private WebPage(Charset charset, List<Element> tables) {
        this.charset = charset;
        this.tables = tables;
    }

    static WebPage open(Content content) {
        if (content.size() > MOST_BYTES) {
            throw Limits.unreadable("intake.unreadable.web-page-large", MOST_BYTES >> 20);
        }
        Charset charset = Charsets.of(content).charset();
        try (InputStream in = content.open()) {
            Document page = Jsoup.parse(in, charset.name(), "");
            List<Element> tables = innermost(page);
            if (tables.isEmpty()) {
                throw Limits.unreadable("intake.unreadable.web-page");
            }
            if (tables.size() > Limits.MOST_SHEETS) {
                throw Limits.unreadable("intake.unreadable.broken");
            }
            return new WebPage(charset, tables);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A table around others is the layout of the page. */
    private static List<Element> innermost(Document page) {
        List<Element> all = page.select("table");
        Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element table : all) {
            Element above = table.parent();
            while (above != null && !above.normalName().equals("table")) {
                above = above.parent();
            }
            if (above != null) {
                around.add(above);
            }
        }
        return all.stream()
                .filter(table -> !around.contains(table))
                .filter(table -> table.select("tr").size() > 1)
                .toList();
    }

    @Override
    public Format format() {
        return new Format.Text(charset.name(), '<');
    }

    @Override
    public List<String> sheets() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            names.add(tables.size() == 1 ? "" : Integer.toString(i + 1));
        }
        return names;
    }

    @Override
    public Rows rows(int sheet) {
        return new TableRows(tables.get(sheet).select("tr").iterator());
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** A cell over several columns stands in the first of them, one over several rows in each of them. */
    private static final class TableRows implements Rows {
        private static final int MOST_SPAN = 1_000;

        private final Iterator<Element> lines;
        private final List<Held> held = new ArrayList<>();
        private long line;

        private record Held(int column, String text, long until) {}

        TableRows(Iterator<Element> lines) {
            this.lines = lines;
        }

        @Override
        public boolean next(Row row) {
            while (lines.hasNext()) {
                fill(row, lines.next());
                if (!row.isBlank()) {
                    return true;
                }
            }
            return false;
        }

        private void fill(Row row, Element from) {
            row.begin(++line);
            held.removeIf(one -> one.until() < line);
            int column = 0;
            for (Element cell : from.select("> td, > th")) {
                column = put(row, column);
                String text = cell.wholeText();
                row.set(column, text, false);
                int down = span(cell, "rowspan");
                if (down > 1) {
                    held.add(new Held(column, text, line + down - 1));
                }
                column += span(cell, "colspan");
            }
            put(row, column);
        }

        /** What cells above hold for this row too, up to where the next cell of its own stands. */
        private int put(Row row, int from) {
            int column = from;
            boolean found = true;
            while (found) {
                found = false;
                for (Held one : held) {
                    if (one.column() == column && row.cell(column).isEmpty() && one.until() >= line) {
                        row.set(column, one.text(), false);
                        column++;
                        found = true;
                    }
                }
            }
            return column;
        }

        private static int span(Element cell, String name) {
            try {
                return Math.clamp(Integer.parseInt(cell.attr(name).strip()), 1, MOST_SPAN);
            } catch (NumberFormatException none) {
                return 1;
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
