package id.lumbung.licensing.licence.paper;

import id.lumbung.platform.document.DocumentStore;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Pictures as they are put into a page that is printed. */
public final class Pictures {
    private Pictures() {}

    /** A JPEG or PNG of the document store as a {@code data:} address, or null. */
    public static @Nullable String inline(DocumentStore documents, @Nullable String document) {
        if (document == null) {
            return null;
        }
        byte[] content = documents.get(document);
        return "data:" + (isPng(content) ? "image/png" : "image/jpeg") + ";base64,"
                + Base64.getEncoder().encodeToString(content);
    }

    public static boolean isPng(byte[] content) {
        return content.length > 3 && content[1] == 'P' && content[2] == 'N' && content[3] == 'G';
    }

    public static boolean isJpeg(byte[] content) {
        return content.length > 3 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8;
    }
}
