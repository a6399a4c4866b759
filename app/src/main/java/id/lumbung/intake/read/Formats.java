package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells kinds of files apart by their first bytes; names and types that browsers send mean nothing. */
final class Formats {
    private static final int HEAD = 8192;
    private static final int LOOKED_THROUGH = 1 << 18;
    private static final Pattern WEB_PAGE =
            Pattern.compile("<(html|table|!doctype html|head|body|meta|style|div|tr)\\b");

    private Formats() {}

    static Table open(Content content) {
        byte[] head = head(content);
        if (head.length == 0) {
            throw Limits.unreadable("intake.unreadable.empty");
        }
        if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Limits.unreadable(isLocked(content) ? "intake.unreadable.password" : "intake.unreadable.old-excel");
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
        String text = latin.startsWith("ï»¿") ? latin.substring(3).strip() : latin.replace("\0", "");
        if (text.startsWith("<?xml")
                && text.contains("schemas-microsoft-com:office:spreadsheet")
                && !text.contains("<html")) {
            throw Limits.unreadable("intake.unreadable.xml-excel");
        }
        if (text.startsWith("<") && WEB_PAGE.matcher(text).find()) {
            return WebPage.open(content);
        }
        if (text.startsWith("<?xml")) {
            throw Limits.unreadable("intake.unreadable.kind");
        }
        return TextTable.open(content);
    }

    /** A workbook with a password is wrapped into the old kind of file, with a part of this name. */
    private static boolean isLocked(Content content) {
        try (InputStream in = content.open()) {
            byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
            byte[] bytes = in.readNBytes(LOOKED_THROUGH);
            byte[] end = tail(content);
            return indexOf(bytes, name) || indexOf(end, name);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] tail(Content content) throws IOException {
        try (InputStream in = content.open()) {
            in.skipNBytes(Math.max(0, content.size() - LOOKED_THROUGH));
            return in.readNBytes(LOOKED_THROUGH);
        }
    }

    private static boolean indexOf(byte[] bytes, byte[] wanted) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return all.contains(new String(wanted, StandardCharsets.ISO_8859_1));
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
