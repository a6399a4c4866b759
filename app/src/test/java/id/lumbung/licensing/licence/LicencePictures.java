package id.lumbung.licensing.licence;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads printed papers as people and cameras do. */
public final class LicencePictures {
    private static final double[] DISTANCES = {1, 1.3, 0.85, 1.7, 1.15, 0.7};
    /** Degrees; nobody holds a phone straight. */
    private static final double[] TILTS = {0, 3, -5};

    private LicencePictures() {}

    public static BufferedImage picture(byte[] pdf, int dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** As a worn copier gives it: grey, a little crooked, a little soft. */
    static BufferedImage copied(BufferedImage picture) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = copy.createGraphics();
        pen.setColor(new Color(0xE8E8E8));
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.8f));
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(1.7), copy.getWidth() / 2.0, copy.getHeight() / 2.0);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        float[] weights = new float[9];
        Arrays.fill(weights, 1 / 9f);
        return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(copy, null);
    }

    /**
     * Holds a camera over the page as a person does: the whole page, then the corner with the code, a little nearer and a
     * little farther, until one picture is read. One fixed distance is not what a phone sees, and now and then a pattern
     * of modules falls so on the pixels that the finder sees nothing in it.
     */
    public static String qr(BufferedImage picture) throws NotFoundException {
        int top = picture.getHeight() * 3 / 4;
        BufferedImage corner = picture.getSubimage(0, top, picture.getWidth() / 3, picture.getHeight() - top);
        for (BufferedImage view : List.of(picture, corner)) {
            for (double tilt : TILTS) {
                for (double distance : DISTANCES) {
                    try {
                        return decoded(seenFrom(view, distance, tilt));
                    } catch (NotFoundException notFromHere) {
                        // the next view may show it
                    }
                }
            }
        }
        throw NotFoundException.getNotFoundInstance();
    }

    private static BufferedImage seenFrom(BufferedImage view, double scale, double tilt) {
        int width = (int) (view.getWidth() * scale);
        int height = (int) (view.getHeight() * scale);
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = seen.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.rotate(Math.toRadians(tilt), width / 2.0, height / 2.0);
        pen.drawImage(view, 0, 0, width, height, null);
        pen.dispose();
        return seen;
    }

    private static String decoded(BufferedImage picture) throws NotFoundException {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        return new MultiFormatReader()
                .decode(
                        bitmap,
                        Map.of(
                                DecodeHintType.TRY_HARDER,
                                true,
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }

    /** A portrait of nobody. */
    static byte[] portrait() {
        BufferedImage picture = new BufferedImage(354, 472, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xB03030));
        pen.fillRect(0, 0, 354, 472);
        pen.setColor(new Color(0xE0B090));
        pen.fillOval(102, 90, 150, 190);
        pen.setColor(new Color(0xEEEEEE));
        pen.fillOval(30, 300, 294, 300);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", jpeg);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return jpeg.toByteArray();
    }
}
