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
import java.util.concurrent.ConcurrentHashMap;

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

    /** For a few sizes: a sheet keeps to ten of them, and nearly all have the same. */
    private static final Map<Seen, Lens> LENSES = new ConcurrentHashMap<>();

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

    /** The code in grey, each pixel the mean of nine places in it, as a lens mixes what lies beneath it. */
    private static LuminanceSource seen(ByteMatrix modules, View view) {
        Lens lens = LENSES.computeIfAbsent(new Seen(modules.getWidth(), view), Lens::of);
        return lens.look(modules);
    }

    /** A code of so many modules a side, in a view. */
    private record Seen(int size, View view) {}

    /**
     * Which modules lie beneath each pixel, and in how many of its nine places. Codes of one size are seen alike, so that
     * the million places of a view are worked out once. White around the code counts for nothing and is left out.
     *
     * @param width of the picture, in pixels
     * @param beneath pixel by pixel: the number of a module (row by row) in the lower 16 bits, how many places above it
     * @param ends where each pixel ends in {@code beneath}
     */
    private record Lens(int width, int[] beneath, int[] ends) {
        private static final int PLACES = 3;
        /** Bits of the number of a module; 177 by 177 of them are the most that there are. */
        private static final int MODULE_BITS = 16;

        static Lens of(Seen seen) {
            View view = seen.view();
            int side = seen.size() + 2 * QUIET;
            double sine = Math.sin(Math.toRadians(view.degrees()));
            double cosine = Math.cos(Math.toRadians(view.degrees()));
            int width = (int) Math.ceil(side * view.pixels() * (Math.abs(sine) + Math.abs(cosine)));
            double[] alongCosine = new double[PLACES * width];
            double[] alongSine = new double[PLACES * width];
            for (int place = 0; place < alongSine.length; place++) {
                double along = (place / 3 + (place % 3 + 0.5) / 3 - width / 2.0) / view.pixels();
                alongCosine[place] = along * cosine;
                alongSine[place] = along * sine;
            }
            // measured from far enough outside that nothing is negative
            int white = (int) Math.ceil(width / view.pixels());
            double middle = white + seen.size() / 2.0;
            int[] beneath = new int[width * width * PLACES * PLACES];
            int[] ends = new int[width * width];
            int end = 0;
            for (int y = 0; y < width; y++) {
                for (int x = 0; x < width; x++) {
                    int begin = end;
                    for (int down = PLACES * y; down < PLACES * (y + 1); down++) {
                        for (int right = PLACES * x; right < PLACES * (x + 1); right++) {
                            int row = (int) (middle + alongCosine[down] - alongSine[right]) - white;
                            int column = (int) (middle + alongSine[down] + alongCosine[right]) - white;
                            end = counted(beneath, begin, end, module(row, column, seen.size()));
                        }
                    }
                    ends[y * width + x] = end;
                }
            }
            return new Lens(width, Arrays.copyOf(beneath, end), ends);
        }

        private static int module(int row, int column, int size) {
            return row < 0 || column < 0 || row >= size || column >= size ? -1 : row * size + column;
        }

        /** One place more over a module; returns where the pairs end now. */
        private static int counted(int[] beneath, int begin, int end, int module) {
            if (module < 0) {
                return end;
            }
            for (int at = begin; at < end; at++) {
                if ((beneath[at] & (1 << MODULE_BITS) - 1) == module) {
                    beneath[at] += 1 << MODULE_BITS;
                    return end;
                }
            }
            beneath[end] = 1 << MODULE_BITS | module;
            return end + 1;
        }

        LuminanceSource look(ByteMatrix modules) {
            int size = modules.getWidth();
            byte[] dark = new byte[size * size];
            for (int row = 0; row < size; row++) {
                System.arraycopy(modules.getArray()[row], 0, dark, row * size, size);
            }
            byte[] grey = new byte[width * width];
            int at = 0;
            for (int pixel = 0; pixel < grey.length; pixel++) {
                int counted = 0;
                for (; at < ends[pixel]; at++) {
                    counted += dark[beneath[at] & (1 << MODULE_BITS) - 1] * (beneath[at] >> MODULE_BITS);
                }
                grey[pixel] = (byte) (235 - counted * 215 / (PLACES * PLACES));
            }
            return new PlanarYUVLuminanceSource(grey, width, width, 0, 0, width, width, false);
        }
    }
}
