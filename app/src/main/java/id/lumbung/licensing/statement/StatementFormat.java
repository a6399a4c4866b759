package id.lumbung.licensing.statement;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;

/**
 * The wire format of {@code docs/qr-statement.md}: a CBOR array of payload and signature, written as the decimal digits
 * of one large integer, since a QR code holds digits most densely.
 */
final class StatementFormat {
    static final int VERSION = 1;
    static final int LONGEST_NAME = 40;
    static final int SIGNATURE_LENGTH = 64;

    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final CBORFactory CBOR = new CBORFactory();
    private static final int FIELDS = 10;

    private StatementFormat() {}

    /** What was signed, and the signature over it. */
    record Signed(byte[] payload, byte[] signature) {}

    static byte[] payload(Statement statement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (CBORGenerator cbor = (CBORGenerator) CBOR.createGenerator(bytes)) {
            cbor.writeStartArray(statement, FIELDS);
            cbor.writeNumber(VERSION);
            cbor.writeString(statement.kid());
            cbor.writeString(statement.regencyCode());
            cbor.writeString(statement.kecamatanCode());
            cbor.writeString(statement.number());
            cbor.writeString(statement.businessName());
            cbor.writeString(statement.kecamatanName());
            cbor.writeNumber(daysOf(statement.issuedOn()));
            LocalDate until = statement.validUntil();
            if (until == null) {
                cbor.writeNull();
            } else {
                cbor.writeNumber(daysOf(until));
            }
            cbor.writeNumber(statement.statusIndex());
            cbor.writeEndArray();
        }
        return bytes.toByteArray();
    }

    static Statement statement(byte[] payload) {
        try (JsonParser cbor = CBOR.createParser(payload)) {
            expect(cbor, JsonToken.START_ARRAY);
            if (integer(cbor) != VERSION) {
                throw new IllegalArgumentException("a version of the statement this program does not know");
            }
            Statement read = new Statement(
                    text(cbor),
                    text(cbor),
                    text(cbor),
                    text(cbor),
                    text(cbor),
                    text(cbor),
                    day(cbor),
                    dayOrNull(cbor),
                    integer(cbor));
            expect(cbor, JsonToken.END_ARRAY);
            return read;
        } catch (JacksonException | DateTimeException madeUp) {
            throw new IllegalArgumentException("not a statement", madeUp);
        }
    }

    static String digits(Signed signed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.write(1);
        try (CBORGenerator cbor = (CBORGenerator) CBOR.createGenerator(bytes)) {
            cbor.writeStartArray(signed, 2);
            cbor.writeBinary(signed.payload());
            cbor.writeBinary(signed.signature());
            cbor.writeEndArray();
        }
        return new BigInteger(1, bytes.toByteArray()).toString();
    }

    /** How many digits a statement can have whose payload has so many bytes. */
    static int mostDigits(int payloadLength) {
        byte[] signature = new byte[SIGNATURE_LENGTH];
        Arrays.fill(signature, (byte) 0xFF);
        byte[] payload = new byte[payloadLength];
        Arrays.fill(payload, (byte) 0xFF);
        return digits(new Signed(payload, signature)).length();
    }

    static Signed signed(String digits) {
        if (!digits.matches("[1-9][0-9]{1,1999}")) {
            throw new IllegalArgumentException("a statement is a row of digits");
        }
        byte[] all = new BigInteger(digits).toByteArray();
        if (all[0] != 1) {
            throw new IllegalArgumentException("not a statement");
        }
        try (JsonParser cbor = CBOR.createParser(Arrays.copyOfRange(all, 1, all.length))) {
            expect(cbor, JsonToken.START_ARRAY);
            byte[] payload = bytes(cbor);
            byte[] signature = bytes(cbor);
            expect(cbor, JsonToken.END_ARRAY);
            return new Signed(payload, signature);
        } catch (JacksonException madeUp) {
            throw new IllegalArgumentException("not a statement", madeUp);
        }
    }

    /** The name, cut with an ellipsis when it has more characters than that; never in the middle of a character. */
    static String cut(String name, int characters) {
        if (name.codePointCount(0, name.length()) <= characters) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, characters - 1)).stripTrailing() + "…";
    }

    private static int daysOf(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(DAY_ZERO, date));
    }

    private static void expect(JsonParser cbor, JsonToken token) {
        if (cbor.nextToken() != token) {
            throw new IllegalArgumentException("not a statement");
        }
    }

    private static String text(JsonParser cbor) {
        expect(cbor, JsonToken.VALUE_STRING);
        return cbor.getString();
    }

    /** CBOR's "undefined" comes as an embedded object too, with nothing in it. */
    private static byte[] bytes(JsonParser cbor) {
        expect(cbor, JsonToken.VALUE_EMBEDDED_OBJECT);
        byte[] value = cbor.getBinaryValue();
        if (value == null) {
            throw new IllegalArgumentException("not a statement");
        }
        return value;
    }

    private static int integer(JsonParser cbor) {
        expect(cbor, JsonToken.VALUE_NUMBER_INT);
        return cbor.getIntValue();
    }

    private static LocalDate day(JsonParser cbor) {
        return DAY_ZERO.plusDays(integer(cbor));
    }

    private static @Nullable LocalDate dayOrNull(JsonParser cbor) {
        if (cbor.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (cbor.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException("not a statement");
        }
        return DAY_ZERO.plusDays(cbor.getIntValue());
    }
}
