package id.lumbung.licensing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import id.lumbung.Seeds;
import id.lumbung.licensing.application.upload.Cleaned;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.licensing.regime.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files made to break the reader: taken as what can be seen on them, or refused; memory and time stay within bounds. */
class HostileFilesProperties {
    private static final long MB = 1024 * 1024;
    private static final AttachmentKind PAPER =
            new AttachmentKind("KTP", new Words("KTP", "KTP"), new Words("", ""), true, false);
    private static final byte[] JPEG = ApplicationFixtures.jpeg(220, 180);
    private static final byte[] PDF = pdf();

    @Property(tries = 400, seed = Seeds.FIXED)
    void a_picture_cut_or_changed_anywhere_is_taken_or_refused(
            @ForAll @IntRange(max = 100_000) int cut, @ForAll @IntRange(max = 100_000) int at, @ForAll byte other) {
        tried(changed(JPEG, cut, at, other));
    }

    @Property(tries = 400, seed = Seeds.FIXED)
    void a_paper_cut_or_changed_anywhere_is_taken_or_refused(
            @ForAll @IntRange(max = 100_000) int cut, @ForAll @IntRange(max = 100_000) int at, @ForAll byte other) {
        tried(changed(PDF, cut, at, other));
    }

    @Property(tries = 400, seed = Seeds.FIXED)
    void any_bytes_behind_the_mark_of_a_kind_are_refused(@ForAll byte[] bytes, @ForAll @IntRange(max = 2) int kind) {
        byte[] mark = switch (kind) {
            case 0 -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
            case 1 -> new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
            default -> "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        };

        assertThat(tried(joined(mark, bytes))).isInstanceOf(Cleaned.Rejected.class);
    }

    /** What hides behind a picture, or in it, does not come out of it again. */
    @Example
    void a_file_that_is_two_things_at_once_is_only_what_is_seen() {
        for (String hidden : new String[] {
            "<html><script>alert(1)</script></html>",
            "PK\u0003\u0004payload.exe",
            "%PDF-1.4 /JavaScript",
            "#!/bin/sh\nid"
        }) {
            Cleaned cleaned = tried(joined(JPEG, hidden.getBytes(StandardCharsets.ISO_8859_1)));

            assertThat(cleaned).isInstanceOf(Cleaned.Accepted.class);
            assertThat(new String(((Cleaned.Accepted) cleaned).content(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(hidden);
        }
    }

    @Example
    void archives_programs_and_drawings_with_scripts_are_no_papers() {
        for (byte[] file : new byte[][] {
            "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1),
            {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0},
            "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1),
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8),
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "BM".getBytes(StandardCharsets.US_ASCII),
            "II*\0".getBytes(StandardCharsets.US_ASCII)
        }) {
            assertThat(tried(joined(file, new byte[2000]))).isInstanceOf(Cleaned.Rejected.class);
        }
    }

    /** Ten megabytes of compressed text in a picture are ten gigabytes of text. */
    @Example
    void compressed_text_in_a_picture_is_not_unpacked() {
        byte[] bomb = png(220, 180, deflated(400 * MB));

        assertThat(bomb.length).isLessThan((int) MB);
        assertThat(memoryOf(() -> tried(bomb))).isLessThan(64 * MB);
    }

    @Example
    void a_paper_whose_objects_unpack_to_hundreds_of_megabytes_is_refused() {
        byte[] bomb = deflated(400 * MB);
        for (String dictionary : new String[] {
            "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>",
            "<</Type/Obj#53tm/N 1/Fir#73t 4/Filter/Flate#44ecode/Length %d>>",
            "<</Type /XRef /Note (>> 1 0 obj <<) /W[1 2 1] /Size 9 /Root 1 0 R /Filter[/FlateDecode] /Length %d>>",
            "<</N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length %d>>",
            "<</N 1/First 4/Filter/LZWDecode/Length %d>>",
        }) {
            byte[] paper = joined(
                    ("%PDF-1.7\n5 0 obj\n" + dictionary.formatted(bomb.length) + "\nstream\n")
                            .getBytes(StandardCharsets.ISO_8859_1),
                    bomb,
                    "\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII));

            assertThat(memoryOf(() -> assertThat(tried(paper)).isInstanceOf(Cleaned.Rejected.class)))
                    .as(dictionary)
                    .isLessThan(128 * MB);
        }
    }

    @Example
    void a_paper_nested_without_end_is_refused() {
        for (String part : new String[] {"[", "<</A ", "(", "<</Kids[1 0 R]/Type/Pages/Count 1>>", "1 0 obj<<", "%"}) {
            byte[] nested = ("%PDF-1.7\n1 0 obj\n" + part.repeat(200_000) + "\ntrailer<</Root 1 0 R>>\n%%EOF")
                    .getBytes(StandardCharsets.US_ASCII);

            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tried(nested)))
                    .as(part)
                    .isInstanceOf(Cleaned.Rejected.class);
        }
    }

    private static Cleaned tried(byte[] content) {
        return Cleaned.of(content, PAPER);
    }

    private static long memoryOf(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] changed(byte[] whole, int cut, int at, byte other) {
        byte[] copy = cut % 3 == 0 ? whole.clone() : Arrays.copyOf(whole, cut % whole.length);
        if (copy.length > 0) {
            copy[at % copy.length] = other;
        }
        return copy;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            document.save(output);
            return output.toByteArray();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] deflated(long length) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] part = new byte[(int) MB];
            Arrays.fill(part, (byte) ' ');
            for (long written = 0; written < length; written += part.length) {
                out.write(part);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return packed.toByteArray();
    }

    /** A grey picture with a compressed text in it. */
    private static byte[] png(int width, int height, byte[] text) {
        byte[] head = {0, 0, (byte) (width >> 8), (byte) width, 0, 0, (byte) (height >> 8), (byte) height, 8, 0, 0, 0, 0
        };
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(rows)) {
            out.write(new byte[(width + 1) * height]);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", head),
                chunk("zTXt", joined("Comment\0\0".getBytes(StandardCharsets.US_ASCII), text)),
                chunk("IDAT", rows.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String kind, byte[] data) {
        byte[] named = joined(kind.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(number(data.length), named, number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
