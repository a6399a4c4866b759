package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The texts that the sheets of a workbook share. A list of 421,000 rows has millions of them: they are kept as bytes one
 * after the other, a third of what as many objects would take.
 */
final class SharedTexts {
    private static final int BLOCK = 1 << 20;
    /** Before each text stands its length. */
    private static final int HEAD = 4;

    private final List<byte[]> blocks = new ArrayList<>();
    private int[] starts = new int[1024];
    private int count;
    private int filled = BLOCK;
    private long total;

    static SharedTexts of(ZipFile zip) throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts();
        try (InputStream in = Workbook.partIfThere(zip, "xl/sharedStrings.xml")) {
            if (in != null) {
                texts.read(Xml.read(in));
            }
        }
        return texts;
    }

    /** Empty where the workbook names a text that it does not have. */
    String get(int index) {
        if (index < 0 || index >= count) {
            return "";
        }
        byte[] block = blocks.get(starts[index] >>> 17);
        int offset = (starts[index] & 0x1ffff) << 3;
        int length = block[offset] << 24
                | (block[offset + 1] & 0xff) << 16
                | (block[offset + 2] & 0xff) << 8
                | block[offset + 3] & 0xff;
        return new String(block, offset + HEAD, length, StandardCharsets.UTF_8);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean written = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> text.setLength(0);
                        case "t" -> written = phonetic == 0;
                        case "rPh" -> phonetic++;
                        default -> {}
                    }
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (written && text.length() < Limits.MOST_CHARACTERS_OF_RECORD) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "si" -> add(text.toString());
                        case "t" -> written = false;
                        case "rPh" -> phonetic--;
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        xml.close();
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        total += bytes.length;
        if (total > Limits.MOST_SHARED_TEXT || count >= Limits.MOST_SHARED_TEXTS) {
            throw Limits.unreadable("intake.unreadable.bomb");
        }
        if (filled + HEAD + bytes.length > BLOCK) {
            blocks.add(new byte[Math.max(BLOCK, HEAD + bytes.length)]);
            filled = 0;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count + (count >> 1));
        }
        int number = blocks.size() - 1;
        byte[] block = blocks.get(number);
        block[filled] = (byte) (bytes.length >>> 24);
        block[filled + 1] = (byte) (bytes.length >>> 16);
        block[filled + 2] = (byte) (bytes.length >>> 8);
        block[filled + 3] = (byte) bytes.length;
        System.arraycopy(bytes, 0, block, filled + HEAD, bytes.length);
        // places are multiples of eight, so that block and place share one int
        starts[count++] = number << 17 | filled >>> 3;
        filled = (filled + HEAD + bytes.length + 7) & ~7;
    }
}
