package id.lumbung.licensing.application.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Scanned papers: only the pages are kept, without anything that acts, is attached, or tells where and by whom. */
public final class Paper {
    private static final int MOST_PAGES = 10;
    /** Actions, scripts, attached files, form data, metadata, links, private data of programs. */
    private static final Set<String> UNWANTED = Set.of(
            "AA",
            "OpenAction",
            "JS",
            "JavaScript",
            "Metadata",
            "EmbeddedFiles",
            "EF",
            "AF",
            "Annots",
            "PieceInfo",
            "XFA",
            "AcroForm",
            "Names",
            "Launch",
            "URI",
            "LastModified",
            "StructParents",
            "Collection",
            "Thumb");

    private Paper() {}

    public static Cleaned clean(byte[] content) {
        if (PaperWeight.isTooMuch(content)) {
            return Cleaned.Rejected.because("licensing.file.unreadable");
        }
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                return Cleaned.Rejected.because("licensing.file.locked");
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                return Cleaned.Rejected.because("licensing.file.unreadable");
            }
            if (pages > MOST_PAGES) {
                return Cleaned.Rejected.because("licensing.file.too-many-pages", MOST_PAGES, pages);
            }
            return new Cleaned.Accepted(pagesOnly(document), "application/pdf", pages);
        } catch (InvalidPasswordException locked) {
            return Cleaned.Rejected.because("licensing.file.locked");
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // a paper may be nested as deep as its ten megabytes allow
            return Cleaned.Rejected.because("licensing.file.unreadable");
        }
    }

    private static byte[] pagesOnly(PDDocument document) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (PDDocument plain = new PDDocument()) {
            for (PDPage page : document.getPages()) {
                strip(page.getCOSObject());
                PDPage kept = plain.importPage(page);
                kept.setRotation(page.getRotation());
            }
            plain.setDocumentInformation(new PDDocumentInformation());
            plain.save(output);
        }
        return output.toByteArray();
    }

    private static void strip(COSDictionary page) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(page));
        while (!open.isEmpty()) {
            COSBase at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            switch (at) {
                case COSObject reference -> {
                    COSBase target = reference.getObject();
                    if (target != null) {
                        open.push(target);
                    }
                }
                case COSArray array ->
                    array.forEach(element -> {
                        if (element != null) {
                            open.push(element);
                        }
                    });
                case COSDictionary dictionary -> {
                    UNWANTED.forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
                    dictionary.getValues().forEach(open::push);
                    if (dictionary instanceof COSStream stream && COSName.DCT_DECODE.equals(stream.getFilters())) {
                        replace(stream);
                    }
                }
                default -> {
                    // names, numbers and texts hold nothing further
                }
            }
        }
    }

    /** A photograph inside the paper is a JPEG file of its own, with its own notes about where it was taken. */
    private static void replace(COSStream stream) throws IOException {
        byte[] plain;
        try (InputStream raw = stream.createRawInputStream()) {
            plain = withoutNotes(raw.readAllBytes());
        }
        try (OutputStream raw = stream.createRawOutputStream()) {
            raw.write(plain);
        }
    }

    /** Leaves out the segments APP1 (EXIF, XMP), APP13 (IPTC) and the comment. */
    public static byte[] withoutNotes(byte[] jpeg) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, Math.min(2, jpeg.length));
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff)) + 2;
            if (marker == 0xda || at + length > jpeg.length) {
                break;
            }
            if (marker != 0xe1 && marker != 0xed && marker != 0xfe) {
                kept.write(jpeg, at, length);
            }
            at += length;
        }
        kept.write(jpeg, at, jpeg.length - at);
        return kept.toByteArray();
    }
}
