package id.lumbung.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a text mean characters: by its byte order mark; UTF-16 without one by where its zero bytes are; UTF-8
 * when all of it is valid; otherwise the code page of Windows that Indonesian spreadsheets use.
 */
final class Charsets {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BLOCK = 1 << 16;

    private Charsets() {}

    /** The charset, and how many bytes of a mark stand before the text. */
    record Found(Charset charset, int mark) {}

    static Found of(Content content) {
        byte[] head = Formats.head(content);
        if (head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
            return new Found(isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS, 3);
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd > head.length / 4 && even < odd / 8) {
            return new Found(StandardCharsets.UTF_16LE, 0);
        }
        if (even > head.length / 4 && odd < even / 8) {
            return new Found(StandardCharsets.UTF_16BE, 0);
        }
        return new Found(isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    private static boolean isUtf8(Content content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        try (InputStream in = content.open()) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                characters.clear();
                if (decoder.decode(bytes, characters, end).isError()) {
                    return false;
                }
                bytes.compact();
                if (end) {
                    return true;
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
