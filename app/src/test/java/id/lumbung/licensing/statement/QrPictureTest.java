package id.lumbung.licensing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The densest code that a sheet may carry, as a cheap camera sees it. */
class QrPictureTest {
    private static final int FRAMES = 6;
    private static final String ADDRESS = "https://lumbung.malangkab.go.id/c#";
    private static final Statement STATEMENT = new Statement(
            "abc",
            "35.07",
            "35.07.04",
            "503/IUMK/1024/35.07.04/VIII/2026",
            "Usaha Dagang Sumber Rejeki Makmur Sejahtera Abadi Jaya",
            "Sumbermanjing Wetan",
            LocalDate.of(2026, 8, 31),
            LocalDate.of(2031, 8, 30),
            123_456);

    /** Signed, it would be another code in each run. */
    private static final String TEXT = ADDRESS + digits(new Random(3507), signed().length());

    @Test
    void the_code_is_as_dense_as_allowed() {
        assertThat(QrCode.of(ADDRESS + signed()).version()).isEqualTo(10);
        assertThat(QrCode.of(TEXT).version()).isEqualTo(10);
    }

    /** About one text in fifty has a place that readers take for a corner mark, under the mask that is best by the standard. */
    @Test
    void of_a_hundred_texts_each_is_read_from_every_distance() {
        for (int serial = 0; serial < 100; serial++) {
            String text = TEXT.substring(0, TEXT.length() - 3) + (100 + serial);

            QrCode code = QrCode.of(text);

            assertThat(readings(code, text)).as(text).isEqualTo(QrReader.views());
        }
    }

    private static int readings(QrCode code, String text) {
        ByteMatrix modules = new ByteMatrix(code.size(), code.size());
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                modules.set(column, row, code.dark(column, row));
            }
        }
        return QrReader.read(modules, text);
    }

    /**
     * Pixels per module, turned by degrees, blurred over so many pixels. A hand is never still: the camera takes a few
     * pictures, each a little nearer and a little more turned, and one that is read is enough.
     */
    @ParameterizedTest
    @CsvSource({"8, 0, 1", "4, 0, 1", "5, 0, 3", "8, 90, 3", "8, 180, 5", "8, 7, 3", "6, -12, 3", "10, 33, 7"})
    void it_is_read_from_pictures_that_are_scaled_turned_and_blurred(int scale, int degrees, int blur)
            throws Exception {
        String read = read(QrCode.of(TEXT), scale, degrees, blur);

        assertThat(read).isEqualTo(TEXT);
    }

    private static String signed() {
        return Statements.signed(STATEMENT, Signatures.newPair().getPrivate(), ADDRESS);
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String read(QrCode code, int scale, int degrees, int blur) throws NotFoundException {
        for (int frame = 0; frame < FRAMES; frame++) {
            BufferedImage picture = blurred(turned(drawn(code, scale + frame), degrees + 2 * frame), blur);
            try {
                return new QRCodeReader()
                        .decode(
                                new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                                Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText();
            } catch (ReaderException nothing) {
                // The hand moves on.
            }
        }
        throw NotFoundException.getNotFoundInstance();
    }

    private static BufferedImage drawn(QrCode code, int scale) {
        int side = (code.size() + 8) * scale;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.dark(column, row)) {
                    pen.fillRect((column + 4) * scale, (row + 4) * scale, scale, scale);
                }
            }
        }
        pen.dispose();
        return picture;
    }

    private static BufferedImage turned(BufferedImage picture, int degrees) {
        int side = picture.getWidth() * 3 / 2;
        BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.setColor(new Color(0xF4F1EA));
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = AffineTransform.getTranslateInstance(
                (side - picture.getWidth()) / 2.0, (side - picture.getHeight()) / 2.0);
        turn.rotate(Math.toRadians(degrees), picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return turned;
    }

    private static BufferedImage blurred(BufferedImage picture, int pixels) {
        float[] weights = new float[pixels * pixels];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(pixels, pixels, weights), ConvolveOp.EDGE_NO_OP, null)
                .filter(picture, new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType()));
    }
}
