package id.lumbung.licensing.application.upload;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Pictures are drawn anew: turned the right way up, made smaller, and written as a JPEG that carries nothing of the old
 * file, neither the place where it was taken nor anything hidden in it.
 */
public final class Picture {
    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 1600;
    private static final int PORTRAIT_WIDTH = 533;
    private static final int PORTRAIT_HEIGHT = 800;
    private static final int LEAST_SIDE = 100;

    private Picture() {}

    public static Cleaned clean(byte[] content, boolean portrait) {
        // in memory: ImageIO would put it into a file of its own, in clear
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Cleaned.Rejected.because("licensing.file.unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return clean(reader, content, portrait);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Cleaned.Rejected.because("licensing.file.unreadable");
        }
    }

    /** The size stands in the head of the file and is looked at before a single pixel is unpacked. */
    private static Cleaned clean(ImageReader reader, byte[] content, boolean portrait) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            return Cleaned.Rejected.because("licensing.file.too-many-pixels", MOST_PIXELS / 1_000_000);
        }
        if (Math.min(width, height) < LEAST_SIDE) {
            return Cleaned.Rejected.because("licensing.file.too-small", LEAST_SIDE);
        }
        int step = (int) Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage upright = turned(onWhite(reader.read(0, parameters)), orientation(content));
        return new Cleaned.Accepted(jpeg(portrait ? portrait(upright) : scaled(upright)), "image/jpeg", 1);
    }

    private static BufferedImage onWhite(BufferedImage source) {
        BufferedImage plain = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(source, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    /**
     * Only the EXIF segment of a JPEG is read, which has 64 KB at most: the texts in a PNG are compressed, and a reader of
     * them all unpacks whatever they hold.
     */
    private static int orientation(byte[] content) {
        try {
            ExifIFD0Directory exif = JpegMetadataReader.readMetadata(
                            new ByteArrayInputStream(content), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            boolean known = exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION);
            return known ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
        } catch (JpegProcessingException | IOException | MetadataException | RuntimeException unreadable) {
            return 1;
        }
    }

    /** The eight orientations of EXIF. */
    private static BufferedImage turned(BufferedImage source, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return source;
        }
        int width = source.getWidth();
        int height = source.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean sideways = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(source, turn, null);
        graphics.dispose();
        return upright;
    }

    private static BufferedImage scaled(BufferedImage source) throws IOException {
        if (Math.max(source.getWidth(), source.getHeight()) <= LONGEST_SIDE) {
            return source;
        }
        return Thumbnails.of(source).size(LONGEST_SIDE, LONGEST_SIDE).asBufferedImage();
    }

    /** Four to six, as on the paper: cut at the sides or below, where a portrait has least to lose. */
    private static BufferedImage portrait(BufferedImage source) throws IOException {
        int width = Math.min(source.getWidth(), source.getHeight() * 2 / 3);
        int height = Math.min(source.getHeight(), source.getWidth() * 3 / 2);
        BufferedImage cut =
                source.getSubimage((source.getWidth() - width) / 2, (source.getHeight() - height) / 4, width, height);
        return cut.getHeight() <= PORTRAIT_HEIGHT
                ? onWhite(cut)
                : Thumbnails.of(cut).forceSize(PORTRAIT_WIDTH, PORTRAIT_HEIGHT).asBufferedImage();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.85f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(onWhite(image), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return output.toByteArray();
    }
}
