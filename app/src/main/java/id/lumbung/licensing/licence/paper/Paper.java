package id.lumbung.licensing.licence.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.lumbung.platform.page.Pages;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prints a template as PDF/A-2u. The same page record gives the same bytes, today and later: fonts come with the program,
 * the only date inside is that of the content, and nothing is fetched from anywhere.
 */
@Component
public class Paper {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Pages pages;

    public Paper(Pages pages) {
        this.pages = pages;
    }

    /**
     * @param title of the document, for readers that show or speak it
     * @param date of the content; stands for the date of making
     */
    public byte[] print(String template, Object page, String title, LocalDate date) {
        return printOnOne(template, density -> page, 0, title, date);
    }

    /**
     * Prints the page in the widest density in which it needs one sheet of paper, or in the densest if it needs more in all
     * of them. A denser page never needs more sheets, so that few are laid out before the right one is found, and only that
     * one is drawn.
     *
     * @param page in a density from 0, the widest, to {@code densest}
     */
    public byte[] printOnOne(String template, IntFunction<?> page, int densest, String title, LocalDate date) {
        int widest = 0;
        int dense = densest;
        Laid taken = null;
        try {
            while (widest < dense) {
                int middle = (widest + dense) / 2;
                Laid laid = lay(template, page.apply(middle));
                if (laid.sheets() == 1) {
                    close(taken);
                    taken = laid;
                    dense = middle;
                } else {
                    laid.close();
                    widest = middle + 1;
                }
            }
            if (taken == null) {
                taken = lay(template, page.apply(densest));
            }
            return taken.drawn(title, date);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot print " + template, problem);
        } finally {
            close(taken);
        }
    }

    private static void close(@Nullable Laid laid) {
        if (laid != null) {
            laid.close();
        }
    }

    private Laid lay(String template, Object page) {
        String content = pages.render(template, Map.of("page", page));
        PdfBoxRenderer renderer = builder(content).buildPdfRenderer();
        renderer.layout();
        return new Laid(content, renderer);
    }

    /** A page laid out, with nothing drawn. */
    private record Laid(String content, PdfBoxRenderer renderer) implements AutoCloseable {
        int sheets() {
            return renderer.getRootBox().getLayer().getPages().size();
        }

        byte[] drawn(String title, LocalDate date) throws IOException {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            makeDateless(document, content, title, date);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
            document.save(pdf);
            return pdf.toByteArray();
        }

        @Override
        public void close() {
            renderer.close();
        }
    }

    private static PdfRendererBuilder builder(String content) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(SRGB);
        builder.withProducer("Lumbung");
        builder.useObjectDrawerFactory(new QrDrawer());
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        font(builder, "AtkinsonHyperlegibleNext-Regular.ttf", "Atkinson", 400);
        font(builder, "AtkinsonHyperlegibleNext-Bold.ttf", "Atkinson", 700);
        font(builder, "Besley-Regular.ttf", "Besley", 400);
        font(builder, "Besley-SemiBold.ttf", "Besley", 700);
        builder.withHtmlContent(content, null);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open("/fonts/" + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String resource) {
        InputStream stream = Paper.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the program lacks " + resource);
        }
        return stream;
    }

    /** Two dates and an identifier would else come from the clock. */
    private static void makeDateless(PDDocument document, String content, String title, LocalDate date)
            throws IOException {
        GregorianCalendar midnight = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        midnight.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Lumbung");
        information.setCreationDate(midnight);
        information.setModificationDate(midnight);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage("id-ID");
        document.getDocumentCatalog().setMetadata(metadata(document, title, date));
        document.setDocumentId(
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }

    private static PDMetadata metadata(PDDocument document, String title, LocalDate date) throws IOException {
        String xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language></rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <xmp:CreateDate>%2$sT00:00:00Z</xmp:CreateDate><xmp:ModifyDate>%2$sT00:00:00Z</xmp:ModifyDate>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdf:Producer>Lumbung</pdf:Producer></rdf:Description>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(escaped(title), date);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        return metadata;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
