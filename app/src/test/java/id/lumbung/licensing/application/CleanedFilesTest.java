package id.lumbung.licensing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import id.lumbung.licensing.application.upload.Cleaned;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.licensing.regime.Words;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;

/** What people send from their telephones, and what some people would send. */
class CleanedFilesTest {
    private static final AttachmentKind PAPER = kind("KTP", false);
    private static final AttachmentKind PORTRAIT = kind(AttachmentKind.PHOTO, true);

    @Test
    void a_photo_loses_the_place_where_it_was_taken_and_stands_upright() throws Exception {
        byte[] sideways = withExif(ApplicationFixtures.jpeg(800, 600), 6);
        Metadata before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(sideways));
        assertThat(before.getFirstDirectoryOfType(GpsDirectory.class)
                        .getGeoLocation()
                        .getLatitude())
                .isNegative();

        Cleaned.Accepted cleaned = accepted(sideways, PAPER);

        Metadata after = ImageMetadataReader.readMetadata(new ByteArrayInputStream(cleaned.content()));
        assertThat(after.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(after.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
        assertThat(new String(cleaned.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(cleaned.content()));
        assertThat(upright.getWidth()).isEqualTo(600);
        assertThat(upright.getHeight()).isEqualTo(800);
        assertThat(new Color(upright.getRGB(300, 50)).getRed())
                .as("the left half is now above")
                .isGreaterThan(200);
        assertThat(new Color(upright.getRGB(300, 750)).getBlue()).isGreaterThan(200);
    }

    @Test
    void a_large_photo_is_made_smaller() throws Exception {
        BufferedImage cleaned = ImageIO.read(new ByteArrayInputStream(
                accepted(ApplicationFixtures.jpeg(4000, 3000), PAPER).content()));

        assertThat(cleaned.getWidth()).isBetween(1500, 1600);
        assertThat(cleaned.getHeight()).isBetween(1125, 1200);
    }

    @Test
    void a_png_that_calls_itself_jpg_is_taken_as_what_it_is() {
        Cleaned.Accepted cleaned = accepted(ApplicationFixtures.image(300, 400, "png"), PAPER);

        assertThat(cleaned.contentType()).isEqualTo("image/jpeg");
        assertThat(cleaned.content()).startsWith((byte) 0xff, (byte) 0xd8);
    }

    @Test
    void a_portrait_is_cut_four_to_six() throws Exception {
        BufferedImage cleaned = ImageIO.read(new ByteArrayInputStream(
                accepted(ApplicationFixtures.jpeg(1600, 1600), PORTRAIT).content()));

        assertThat(cleaned.getWidth()).isLessThanOrEqualTo(600);
        assertThat(cleaned.getHeight()).isLessThanOrEqualTo(800);
        assertThat((double) cleaned.getHeight() / cleaned.getWidth()).isBetween(1.49, 1.51);
    }

    @Test
    void an_html_page_is_no_picture_whatever_it_begins_with() {
        assertThat(rejected("<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), PAPER))
                .isEqualTo("licensing.file.kind");
        byte[] disguised = "GIF89a<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(rejected(disguised, PAPER)).isEqualTo("licensing.file.kind");
        byte[] cut = java.util.Arrays.copyOf(ApplicationFixtures.jpeg(400, 400), 200);
        assertThat(rejected(cut, PAPER)).isEqualTo("licensing.file.unreadable");
    }

    @Test
    void a_picture_that_claims_to_be_huge_is_not_unpacked() throws Exception {
        assertThat(rejected(pngOf(100_000, 100_000), PAPER)).isEqualTo("licensing.file.too-many-pixels");
    }

    @Test
    void too_large_empty_and_tiny_files_are_refused() {
        assertThat(rejected(new byte[0], PAPER)).isEqualTo("licensing.file.empty");
        assertThat(rejected(new byte[Cleaned.LIMIT + 1], PAPER)).isEqualTo("licensing.file.too-large");
        assertThat(rejected(ApplicationFixtures.jpeg(40, 40), PAPER)).isEqualTo("licensing.file.too-small");
    }

    @Test
    void a_scanned_paper_loses_scripts_attached_files_and_who_made_it() throws Exception {
        byte[] scanned;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                byte[] photo = withExif(ApplicationFixtures.jpeg(200, 200), 1);
                content.drawImage(JPEGFactory.createFromByteArray(document, photo), 50, 50, 100, 100);
            }
            document.getDocumentInformation().setAuthor("Budi Santoso");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('halo')"));
            page.getCOSObject().setString(COSName.getPDFName("LastModified"), "D:20261124");
            scanned = saved(document);
        }

        Cleaned.Accepted cleaned = accepted(scanned, PAPER);

        assertThat(cleaned.pages()).isEqualTo(1);
        assertThat(new String(cleaned.content(), StandardCharsets.ISO_8859_1))
                .doesNotContain("app.alert")
                .doesNotContain("Budi Santoso")
                .doesNotContain("Exif");
        try (PDDocument kept = Loader.loadPDF(cleaned.content())) {
            assertThat(kept.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(kept.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void a_locked_paper_a_book_and_a_paper_in_place_of_a_portrait_are_refused() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertThat(rejected(saved(document), PAPER)).isEqualTo("licensing.file.locked");
        }
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 11; i++) {
                document.addPage(new PDPage());
            }
            byte[] book = saved(document);
            assertThat(rejected(book, PAPER)).isEqualTo("licensing.file.too-many-pages");
            assertThat(rejected(book, PORTRAIT)).isEqualTo("licensing.file.image-only");
        }
    }

    private static AttachmentKind kind(String code, boolean imageOnly) {
        return new AttachmentKind(code, new Words(code, code), new Words("", ""), true, imageOnly);
    }

    private static Cleaned.Accepted accepted(byte[] content, AttachmentKind kind) {
        Cleaned cleaned = Cleaned.of(content, kind);
        assertThat(cleaned).isInstanceOf(Cleaned.Accepted.class);
        return (Cleaned.Accepted) cleaned;
    }

    private static String rejected(byte[] content, AttachmentKind kind) {
        Cleaned cleaned = Cleaned.of(content, kind);
        assertThat(cleaned).isInstanceOf(Cleaned.Rejected.class);
        return ((Cleaned.Rejected) cleaned).messageKey();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        document.save(output);
        return output.toByteArray();
    }

    /** The JPEG with an EXIF segment: this orientation, taken at 8°7′ south, 112°34′ east. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(tiff);
        out.writeBytes("MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(2);
        entry(out, 0x0112, 3, 1, orientation << 16);
        entry(out, 0x8825, 4, 1, 38);
        out.writeInt(0);
        out.writeShort(4);
        entry(out, 1, 2, 2, 'S' << 24);
        entry(out, 2, 5, 3, 92);
        entry(out, 3, 2, 2, 'E' << 24);
        entry(out, 4, 5, 3, 116);
        out.writeInt(0);
        for (int value : new int[] {8, 1, 7, 1, 0, 1, 112, 1, 34, 1, 0, 1}) {
            out.writeInt(value);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(whole);
        file.write(jpeg, 0, 2);
        file.writeShort(0xffe1);
        file.writeShort(2 + 6 + tiff.size());
        file.writeBytes("Exif");
        file.writeShort(0);
        file.write(tiff.toByteArray());
        file.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    /** A PNG of which only the head is true. */
    private static byte[] pngOf(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream chunk = new DataOutputStream(head);
        chunk.writeBytes("IHDR");
        chunk.writeInt(width);
        chunk.writeInt(height);
        chunk.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.toByteArray());
        out.writeInt(13);
        out.write(head.toByteArray());
        out.writeInt((int) crc.getValue());
        return file.toByteArray();
    }
}
