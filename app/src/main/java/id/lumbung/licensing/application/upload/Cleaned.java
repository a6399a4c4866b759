package id.lumbung.licensing.application.upload;

import id.lumbung.licensing.regime.AttachmentKind;
import java.util.List;
import org.apache.tika.Tika;

/** A file somebody sent, reduced to what can be seen on it, or the reason why it is not taken. */
public sealed interface Cleaned {
    int LIMIT = 10 * 1024 * 1024;

    record Accepted(byte[] content, String contentType, int pages) implements Cleaned {
        @Override
        public String toString() {
            return "Accepted[" + contentType + "]";
        }
    }

    record Rejected(String messageKey, List<Object> arguments) implements Cleaned {
        static Rejected because(String messageKey, Object... arguments) {
            return new Rejected(messageKey, List.of(arguments));
        }
    }

    /** The name and the type that the browser tells mean nothing; what the file is, its content says. */
    static Cleaned of(byte[] content, AttachmentKind kind) {
        if (content.length == 0) {
            return Rejected.because("licensing.file.empty");
        }
        if (content.length > LIMIT) {
            return Rejected.because("licensing.file.too-large", LIMIT / 1024 / 1024);
        }
        String type = new Tika().detect(content);
        return switch (type) {
            case "image/jpeg", "image/png" -> Picture.clean(content, kind.code().equals(AttachmentKind.PHOTO));
            case "application/pdf" ->
                kind.imageOnly() ? Rejected.because("licensing.file.image-only") : Paper.clean(content);
            default -> Rejected.because("licensing.file.kind");
        };
    }
}
