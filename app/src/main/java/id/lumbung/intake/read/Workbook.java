package id.lumbung.intake.read;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (XLSX, ECMA-376), read as a stream straight from where it is kept: no sheet is ever whole in memory and
 * nothing lies unsealed on the disk. Every part is inflated under a limit, so a bomb is refused while it unfolds.
 */
final class Workbook implements Table {
    private final ZipFile zip;
    private final List<Sheet> sheets;
    private final SharedTexts texts;
    private final CellStyles styles;
    private final boolean since1904;
    private final @Nullable Object mark;

    record Sheet(String name, String part, boolean hidden) {}

    private Workbook(
            ZipFile zip,
            List<Sheet> sheets,
            SharedTexts texts,
            CellStyles styles,
            boolean since1904,
            @Nullable Object mark) {
        this.mark = mark;
        this.zip = zip;
        this.sheets = sheets;
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
    }

    static Workbook open(Content content) {
        ZipFile zip = null;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(content.channel())
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return read(zip, content.mark());
        } catch (IOException | XMLStreamException | UncheckedStreamException | IllegalArgumentException broken) {
            close(zip);
            throw Limits.unreadable("intake.unreadable.broken");
        } catch (RuntimeException | Error problem) {
            close(zip);
            throw problem;
        }
    }

    private static Workbook read(ZipFile zip, @Nullable Object mark) throws IOException, XMLStreamException {
        if (Collections.list(zip.getEntries()).size() > Limits.MOST_ENTRIES) {
            throw Limits.unreadable("intake.unreadable.broken");
        }
        if (zip.getEntry("mimetype") != null) {
            throw Limits.unreadable("intake.unreadable.open-document");
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw Limits.unreadable("intake.unreadable.kind");
        }
        Map<String, String> targets = targets(zip);
        List<Sheet> sheets = new ArrayList<>();
        boolean since1904 = false;
        try (InputStream in = part(zip, "xl/workbook.xml")) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String date1904 = xml.getAttributeValue(null, "date1904");
                    since1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (xml.getLocalName().equals("sheet")) {
                    addSheet(xml, targets, zip, sheets);
                }
            }
            xml.close();
        }
        if (sheets.isEmpty()) {
            throw Limits.unreadable("intake.unreadable.empty");
        }
        return new Workbook(zip, List.copyOf(sheets), SharedTexts.of(zip), CellStyles.of(zip), since1904, mark);
    }

    private static void addSheet(XMLStreamReader xml, Map<String, String> targets, ZipFile zip, List<Sheet> sheets) {
        String relation = Xml.attribute(xml, "id");
        String part = targets.get(relation == null ? "" : relation);
        if (part != null && zip.getEntry(part) != null && part.contains("worksheets/")) {
            if (sheets.size() >= Limits.MOST_SHEETS) {
                throw Limits.unreadable("intake.unreadable.broken");
            }
            String name = xml.getAttributeValue(null, "name");
            String state = xml.getAttributeValue(null, "state");
            sheets.add(new Sheet(
                    name == null ? "" : CleanText.of(name),
                    part,
                    state != null && state.toLowerCase(Locale.ROOT).contains("hidden")));
        }
    }

    private static Map<String, String> targets(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        try (InputStream in = part(zip, "xl/_rels/workbook.xml.rels")) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String id = xml.getAttributeValue(null, "Id");
                    String target = xml.getAttributeValue(null, "Target");
                    if (id != null && target != null) {
                        targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            }
            xml.close();
        }
        return targets;
    }

    /** A part, inflated no further than the limits allow. */
    static InputStream part(ZipFile zip, String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Limits.unreadable("intake.unreadable.broken");
        }
        return new BoundedUnfolding(zip.getInputStream(entry), entry.getCompressedSize());
    }

    static @Nullable InputStream partIfThere(ZipFile zip, String name) throws IOException {
        return zip.getEntry(name) == null ? null : part(zip, name);
    }

    @Override
    public Format format() {
        return new Format.Sheets();
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    @Override
    public boolean isHidden(int sheet) {
        return sheets.get(sheet).hidden();
    }

    @Override
    public Rows rows(int sheet) {
        String part = sheets.get(sheet).part();
        try {
            Merges merges = Merges.of(mark, part, () -> part(zip, part));
            return new SheetRows(part(zip, part), texts, styles, since1904, merges);
        } catch (IOException | XMLStreamException broken) {
            throw Limits.unreadable("intake.unreadable.broken");
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
