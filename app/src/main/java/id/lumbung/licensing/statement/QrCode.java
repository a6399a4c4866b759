package id.lumbung.licensing.statement;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A QR code at error correction level M, with the text split into byte and numeric segments so that it needs the fewest
 * modules. The quiet zone of four modules is the duty of whoever draws it.
 */
public final class QrCode {
    private final ByteMatrix modules;
    private final int version;

    private QrCode(QRCode code) {
        this.modules = code.getMatrix();
        this.version = code.getVersion().getVersionNumber();
    }

    /**
     * The code of a text, under the mask that is best by the standard unless a reader has trouble with it; then under the
     * one that is read from the most views. The same text always gives the same code.
     */
    public static QrCode of(String text) {
        QRCode best = encoded(text, null);
        int bestRead = QrReader.read(best.getMatrix(), text);
        for (int mask = 0; mask < QRCode.NUM_MASK_PATTERNS && bestRead < QrReader.views(); mask++) {
            QRCode other = encoded(text, mask);
            int read = QrReader.read(other.getMatrix(), text);
            if (read > bestRead) {
                best = other;
                bestRead = read;
            }
        }
        return new QrCode(best);
    }

    private static QRCode encoded(String text, @Nullable Integer mask) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_COMPACT, true);
        if (mask != null) {
            hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        }
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints);
        } catch (WriterException problem) {
            throw new IllegalArgumentException("too much for a QR code", problem);
        }
    }

    /**
     * How many digits fit beside a text in front of them, by the standard (ISO/IEC 18004, table 7): two segments, bytes and
     * digits, each with its mode and length, ten bits for three digits.
     */
    static int digitsBeside(String text, int version) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        Version known = Version.getVersionForNumber(version);
        int codewords = known.getTotalCodewords()
                - known.getECBlocksForLevel(ErrorCorrectionLevel.M).getTotalECCodewords();
        int header = 4 + Mode.BYTE.getCharacterCountBits(known) + 4 + Mode.NUMERIC.getCharacterCountBits(known);
        int bits = codewords * 8 - header - bytes * 8;
        int rest = bits % 10;
        return bits / 10 * 3 + (rest >= 7 ? 2 : rest >= 4 ? 1 : 0);
    }

    /** Modules in a row, without the quiet zone. */
    public int size() {
        return modules.getWidth();
    }

    public boolean dark(int column, int row) {
        return modules.get(column, row) == 1;
    }

    /** 1 to 40; a sheet keeps to 10, which cheap cameras still read from a crumpled paper. */
    public int version() {
        return version;
    }
}
