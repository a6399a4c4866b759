package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells kinds of files apart by their first bytes; names and types that browsers send mean nothing. */
final class Formats {
    private static final int HEAD = 8192;

    private Formats() {}

    static Table open(Content content) {
        byte[] head = head(content);
        if (head.length == 0) {
            throw Limits.unreadable("intake.unreadable.empty");
        }
        if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Limits.unreadable("intake.unreadable.old-excel");
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return Workbook.open(content);
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (latin.startsWith("%pdf")
                || startsWith(head, 0xff, 0xd8, 0xff)
                || startsWith(head, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0x1f, 0x8b)
                || latin.startsWith("rar!")
                || latin.startsWith("7z")) {
            throw Limits.unreadable("intake.unreadable.kind");
        }
        if (latin.contains("<html") || latin.startsWith("<table") || latin.startsWith("<?xml")) {
            throw Limits.unreadable("intake.unreadable.web-page");
        }
        return TextTable.open(content);
    }

    static byte[] head(Content content) {
        try (InputStream in = content.open()) {
            return in.readNBytes(HEAD);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean startsWith(byte[] head, int... signs) {
        if (head.length < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((head[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
