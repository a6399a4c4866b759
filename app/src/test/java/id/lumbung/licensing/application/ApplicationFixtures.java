package id.lumbung.licensing.application;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** People and businesses at the counter. */
final class ApplicationFixtures {
    static final String KEPANJEN = "35.07.13";
    static final String VILLAGE = "35.07.13.2012";
    private static final AtomicInteger SERIAL = new AtomicInteger(1);

    private ApplicationFixtures() {}

    /** A NIK nobody has: region code 99. Born 14 March 1979, a woman. */
    static String nik() {
        return "999901540379" + String.format("%04d", SERIAL.getAndIncrement());
    }

    /** A maker of keripik tempe in Kepanjen, everything answered. */
    static Answers aKeripikMaker() {
        return Answers.NONE
                .with(Question.NIK, nik())
                .with(Question.OWNER_NAME, "Lastri Handayani")
                .with(Question.SEX, "FEMALE")
                .with(Question.BIRTH_PLACE, "Malang")
                .with(Question.BIRTH_DATE, "1979-03-14")
                .with(Question.HOME_REGION, "Desa Ngadilangkung")
                .with(Question.HOME_REGION_CODE, VILLAGE)
                .with(Question.HOME_ADDRESS, "Jl. Kawi 17")
                .with(Question.HOME_RT, "004")
                .with(Question.HOME_RW, "002")
                .with(Question.PHONE, "0812 3456 7890")
                .with(Question.BUSINESS_NAME, "Keripik Tempe Bu Lastri")
                .with(Question.LEGAL_FORM, "INDIVIDUAL")
                .with(Question.TRADE, "PRODUCTION", "TRADE")
                .with(Question.ACTIVITY, "Membuat dan menjual keripik tempe")
                .with(Question.KBLI_CODE, "2020:10794")
                .with(Question.PREMISES, "OWN")
                .with(Question.VILLAGE, VILLAGE)
                .with(Question.ADDRESS, "Jl. Kawi 17")
                .with(Question.CAPITAL, "12.500.000")
                .with(Question.NPWP, "-");
    }

    static byte[] jpeg(int width, int height) {
        return image(width, height, "jpeg");
    }

    static byte[] image(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        try {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            ImageIO.write(image, format, output);
            return output.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
