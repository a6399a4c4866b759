package id.lumbung.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Inflates a part of an archive and refuses it as soon as it is much larger than anything a spreadsheet writes. */
final class BoundedUnfolding extends FilterInputStream {
    private final long most;
    private long seen;

    BoundedUnfolding(InputStream in, long packed) {
        super(in);
        this.most = Math.min(
                Limits.MOST_UNFOLDED, Math.max(Limits.UNFOLDED_FLOOR, Math.max(packed, 0) * Limits.MOST_RATIO));
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int more) {
        seen += more;
        if (seen > most) {
            throw Limits.unreadable("intake.unreadable.bomb");
        }
    }
}
