package id.lumbung.linkage.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A long row of whole numbers, written once from the front; what is beyond the memory given lies in a file. */
final class Ints {

    private static final int CHUNK = 20;
    private static final int SIZE = 1 << CHUNK;
    private static final int MASK = SIZE - 1;

    private final Spill spill;
    private int[][] chunks = new int[16][];
    private IntBuffer[] files = new IntBuffer[16];
    private int size;

    Ints(Spill spill) {
        this.spill = spill;
    }

    int size() {
        return size;
    }

    int get(int i) {
        int[] chunk = chunks[i >> CHUNK];
        return chunk.length > 0 ? chunk[i & MASK] : files[i >> CHUNK].get(i & MASK);
    }

    void add(int[] values, int count) {
        for (int from = 0; from < count; ) {
            int at = size >> CHUNK;
            if ((size & MASK) == 0) {
                if (at == chunks.length) {
                    chunks = Arrays.copyOf(chunks, at * 2);
                    files = Arrays.copyOf(files, at * 2);
                }
                chunks[at] = new int[SIZE];
            }
            int take = Math.min(count - from, SIZE - (size & MASK));
            System.arraycopy(values, from, chunks[at], size & MASK, take);
            size = Math.addExact(size, take);
            from += take;
            if ((size & MASK) == 0) {
                IntBuffer written = spill.write(chunks[at]);
                if (written != null) {
                    files[at] = written;
                    chunks[at] = NONE;
                }
            }
        }
    }

    private static final int[] NONE = new int[0];

    /** The memory that pairs may take, and the file that holds the rest; nobody else sees it and it is gone with the process. */
    static final class Spill implements AutoCloseable {

        private final long most;
        private long used;
        private long written;
        private @Nullable FileChannel file;

        Spill(long most) {
            this.most = most;
        }

        long written() {
            return written;
        }

        @Nullable
        IntBuffer write(int[] chunk) {
            long bytes = chunk.length * 4L;
            if (used + bytes <= most) {
                used += bytes;
                return null;
            }
            try {
                FileChannel to = file;
                if (to == null) {
                    to = TemporaryFile.open();
                    file = to;
                }
                ByteBuffer out =
                        to.map(FileChannel.MapMode.READ_WRITE, written, bytes).order(ByteOrder.nativeOrder());
                IntBuffer ints = out.asIntBuffer();
                ints.put(chunk);
                written += bytes;
                return ints;
            } catch (IOException full) {
                throw new UncheckedIOException(
                        "Pairs could not be written to a file in " + TemporaryFile.folder(), full);
            }
        }

        @Override
        public void close() {
            try {
                if (file != null) file.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
