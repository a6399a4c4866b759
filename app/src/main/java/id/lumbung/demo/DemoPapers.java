package id.lumbung.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn stand-ins for the papers of an application; each says that it is an example. */
final class DemoPapers {
    private static final Color[] SKIN = {new Color(0xE0B48C), new Color(0xC99A6E), new Color(0xB98559)};
    private static final Color[] CLOTH = {
        new Color(0xF4F1EA), new Color(0x2F4A3A), new Color(0x6B4226), new Color(0x34495E)
    };

    private DemoPapers() {}

    /** A portrait 4 × 6 on red for odd years of birth and blue for even ones, as is custom. */
    static byte[] photo(Random random, int birthYear) {
        BufferedImage picture = new BufferedImage(300, 450, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(picture);
        pen.scale(0.75, 0.75);
        pen.setColor(birthYear % 2 == 1 ? new Color(0xA62B2B) : new Color(0x2B5BA6));
        pen.fillRect(0, 0, 400, 600);
        pen.setColor(CLOTH[random.nextInt(CLOTH.length)]);
        pen.fill(new Ellipse2D.Double(20, 400, 360, 420));
        Color skin = SKIN[random.nextInt(SKIN.length)];
        pen.setColor(skin.darker());
        pen.fillRect(160, 350, 80, 80);
        boolean veil = random.nextBoolean();
        pen.setColor(veil ? CLOTH[random.nextInt(CLOTH.length)] : new Color(0x241C18));
        pen.fill(new Ellipse2D.Double(105, veil ? 110 : 120, 190, veil ? 300 : 190));
        pen.setColor(skin);
        pen.fill(new Ellipse2D.Double(125, 150, 150, 210));
        return written(picture, pen);
    }

    /** A sheet with a heading and grey lines. */
    static byte[] sheet(String heading, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(picture);
        pen.setColor(new Color(0xFBFAF6));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x333333));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, width / 22));
        pen.drawString(heading, width / 12, height / 8);
        pen.setColor(new Color(0xB00020));
        pen.drawString("CONTOH", width / 12, height / 8 + width / 14);
        pen.setColor(new Color(0xC8C4BA));
        for (int y = height / 3; y < height - 40; y += Math.max(18, height / 20)) {
            pen.fillRect(width / 12, y, width * 10 / 12, 5);
        }
        return written(picture, pen);
    }

    private static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static byte[] written(BufferedImage picture, Graphics2D pen) {
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }
}
