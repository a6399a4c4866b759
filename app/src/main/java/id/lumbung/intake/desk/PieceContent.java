package id.lumbung.intake.desk;

import id.lumbung.intake.read.Content;
import id.lumbung.platform.document.DocumentStore;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** A file whose pieces lie sealed in the store of documents; one piece at a time is open in memory. */
final class PieceContent implements Content {
    private final DocumentStore documents;
    private final List<Piece> pieces;
    private final long size;

    record Piece(String document, int size) {}

    PieceContent(DocumentStore documents, List<Piece> pieces) {
        this.documents = documents;
        this.pieces = List.copyOf(pieces);
        this.size = pieces.stream().mapToLong(Piece::size).sum();
    }

    @Override
    public long size() {
        return size;
    }

    /** Pieces are named by their content. */
    @Override
    public Object mark() {
        return pieces;
    }

    @Override
    public InputStream open() {
        return Channels.newInputStream(channel());
    }

    @Override
    public SeekableByteChannel channel() {
        return new Channel();
    }

    private final class Channel implements SeekableByteChannel {
        private long position;
        private boolean open = true;
        private byte[] bytes = new byte[0];
        private long from;

        @Override
        public int read(ByteBuffer into) throws ClosedChannelException {
            if (!open) {
                throw new ClosedChannelException();
            }
            if (position >= size) {
                return -1;
            }
            load();
            int at = (int) (position - from);
            int count = Math.min(into.remaining(), bytes.length - at);
            into.put(bytes, at, count);
            position += count;
            return count;
        }

        private void load() {
            if (position >= from && position < from + bytes.length) {
                return;
            }
            long start = 0;
            for (Piece piece : pieces) {
                if (position < start + piece.size()) {
                    bytes = documents.get(piece.document());
                    from = start;
                    return;
                }
                start += piece.size();
            }
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long wanted) {
            position = wanted;
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public SeekableByteChannel truncate(long wanted) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            bytes = new byte[0];
        }
    }
}
