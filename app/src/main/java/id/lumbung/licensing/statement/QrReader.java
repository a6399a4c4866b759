package id.lumbung.licensing.statement;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Looks at a code as cameras will before it is printed. Now and then modules fall so that a reader takes them for one of
 * the three corner marks and finds nothing, from however near it looks; another mask of the same text has no such place.
 */
final class QrReader {
    private static final int QUIET = 4;
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    /** Pixels to a module, and degrees turned, at which a code has to be read. */
    private record View(double pixels, double degrees) {}

    private static final List<View> VIEWS =
            List.of(new View(4.6, 0), new View(4.6, 90), new View(4.6, 1.7), new View(6.1, 0), new View(5.2, -7));

    private QrReader() {}

    static int views() {
        return VIEWS.size();
    }

    /** In how many of the views the text is read: 0 to {@link #views}. */
    static int read(ByteMatrix modules, String text) {
        int read = 0;
        for (View view : VIEWS) {
            if (reads(seen(modules, view), text)) {
                read++;
            }
        }
        return read;
    }

    private static boolean reads(LuminanceSource picture, String text) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)), HINTS)
                    .getText()
                    .equals(text);
        } catch (ReaderException nothing) {
            return false;
        }
    }

    /**
     * The code in grey, each pixel the mean of nine places in it, as a lens mixes what lies beneath it. Millions of places
     * for one code: what depends on the column or the row alone is worked out once, and white all around the code stands
     * where a place outside would else have to be asked about.
     */
    private static LuminanceSource seen(ByteMatrix modules, View view) {
        double side = modules.getWidth() + 2 * QUIET;
        double sine = Math.sin(Math.toRadians(view.degrees()));
        double cosine = Math.cos(Math.toRadians(view.degrees()));
        int width = (int) Math.ceil(side * view.pixels() * (Math.abs(sine) + Math.abs(cosine)));
        double[] alongCosine = new double[3 * width];
        double[] alongSine = new double[3 * width];
        for (int place = 0; place < alongSine.length; place++) {
            double along = (place / 3 + (place % 3 + 0.5) / 3 - width / 2.0) / view.pixels();
            alongCosine[place] = along * cosine;
            alongSine[place] = along * sine;
        }
        int white = (int) Math.ceil(width / view.pixels());
        boolean[][] dark = dark(modules, white);
        double middle = white + modules.getWidth() / 2.0;
        int[] counted = new int[width];
        byte[] grey = new byte[width * width];
        for (int y = 0; y < width; y++) {
            Arrays.fill(counted, 0);
            for (int down = 3 * y; down < 3 * y + 3; down++) {
                double column = middle + alongSine[down];
                double row = middle + alongCosine[down];
                for (int x = 0, right = 0; x < width; x++) {
                    for (int end = right + 3; right < end; right++) {
                        if (dark[(int) (row - alongSine[right])][(int) (column + alongCosine[right])]) {
                            counted[x]++;
                        }
                    }
                }
            }
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) (235 - counted[x] * 215 / 9);
            }
        }
        return new PlanarYUVLuminanceSource(grey, width, width, 0, 0, width, width, false);
    }

    private static boolean[][] dark(ByteMatrix modules, int white) {
        boolean[][] dark = new boolean[modules.getHeight() + 2 * white][modules.getWidth() + 2 * white];
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                dark[white + row][white + column] = modules.get(column, row) == 1;
            }
        }
        return dark;
    }
}
