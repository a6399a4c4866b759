package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Which styles of cells show a number as a date. */
final class CellStyles {
    private final List<Boolean> dates = new ArrayList<>();

    static CellStyles of(ZipFile zip) throws IOException, XMLStreamException {
        CellStyles styles = new CellStyles();
        try (InputStream in = Workbook.partIfThere(zip, "xl/styles.xml")) {
            if (in != null) {
                styles.read(Xml.read(in));
            }
        }
        return styles;
    }

    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                ofCells = false;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "cellXfs" -> ofCells = true;
                case "numFmt" -> {
                    String code = xml.getAttributeValue(null, "formatCode");
                    codes.put(number(xml.getAttributeValue(null, "numFmtId")), code == null ? "" : code);
                }
                case "xf" -> {
                    if (ofCells && dates.size() < 1 << 16) {
                        int format = number(xml.getAttributeValue(null, "numFmtId"));
                        dates.add(isBuiltIn(format) || isDateCode(codes.getOrDefault(format, "")));
                    }
                }
                default -> {}
            }
        }
        xml.close();
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static boolean isBuiltIn(int format) {
        return format >= 14 && format <= 17
                || format == 22
                || format >= 27 && format <= 36
                || format >= 50 && format <= 58;
    }

    /** A code with a day or a year outside of quotation marks and brackets. */
    static boolean isDateCode(String code) {
        boolean quoted = false;
        boolean bracketed = false;
        String lower = code.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                bracketed = true;
            } else if (c == ']') {
                bracketed = false;
            } else if (!quoted && !bracketed && (c == 'd' || c == 'y')) {
                return true;
            }
        }
        return false;
    }
}
