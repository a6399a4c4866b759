package id.lumbung.intake.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, wherever they lie; may be read as often as wanted, also at several places at once. */
public interface Content {
    long size();

    InputStream open();

    SeekableByteChannel channel();

    /** Equal for equal bytes, by which what is once known of them is known again; null when that cannot be said. */
    default @Nullable Object mark() {
        return null;
    }

    /** A small one, in memory. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public SeekableByteChannel channel() {
                return new SeekableInMemoryByteChannel(bytes);
            }
        };
    }
}
