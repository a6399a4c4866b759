package id.lumbung.intake.entry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form of PostgreSQL's COPY, which neither side has to parse. */
final class CopyBuffer {
    static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    static final byte[] END = {(byte) 0xff, (byte) 0xff};
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private byte[] bytes = new byte[1 << 18];
    private int size;

    void row(int fields) {
        shortInt(fields);
    }

    void uuid(UUID value) {
        integer(16);
        longInt(value.getMostSignificantBits());
        longInt(value.getLeastSignificantBits());
    }

    /** An empty text is no value. */
    void text(String value) {
        if (value.isEmpty()) {
            integer(-1);
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    void bytes(byte @Nullable [] value) {
        if (value == null) {
            integer(-1);
        } else {
            integer(value.length);
            raw(value);
        }
    }

    /** Zero is no value. */
    void intOrNone(int value) {
        if (value == 0) {
            integer(-1);
        } else {
            integer(4);
            integer(value);
        }
    }

    /** NaN is no value. */
    void doubleOrNone(double value) {
        if (Double.isNaN(value)) {
            integer(-1);
        } else {
            integer(8);
            longInt(Double.doubleToLongBits(value));
        }
    }

    void date(@Nullable LocalDate value) {
        if (value == null) {
            integer(-1);
        } else {
            integer(4);
            integer((int) (value.toEpochDay() - EPOCH.toEpochDay()));
        }
    }

    byte[] taken() {
        byte[] all = Arrays.copyOf(bytes, size);
        size = 0;
        return all;
    }

    private void shortInt(int value) {
        ensure(2);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void integer(int value) {
        ensure(4);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void longInt(long value) {
        integer((int) (value >>> 32));
        integer((int) value);
    }

    private void raw(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
