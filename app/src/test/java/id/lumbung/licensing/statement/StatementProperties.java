package id.lumbung.licensing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.Seeds;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.time.api.Dates;

class StatementProperties {
    private static final KeyPair KEY = Signatures.newPair();
    private static final String ADDRESS = "https://lumbung.malangkab.go.id/c#";

    @Property(tries = 300, seed = Seeds.FIXED)
    void what_is_signed_is_read_again(@ForAll("statements") Statement statement) {
        String digits = Statements.signed(statement, KEY.getPrivate(), ADDRESS);

        StatementFormat.Signed signed = StatementFormat.signed(digits);
        Statement read = StatementFormat.statement(signed.payload());
        assertThat(Signatures.verify((ECPublicKey) KEY.getPublic(), signed.payload(), signed.signature()))
                .isTrue();
        assertThat(read.withBusinessName("")).isEqualTo(statement.withBusinessName(""));
        assertThat(statement.businessName()).startsWith(read.businessName().replaceFirst("…$", ""));
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void even_the_longest_names_keep_the_code_at_version_10(@ForAll("statements") Statement statement) {
        String digits = Statements.signed(statement, KEY.getPrivate(), ADDRESS);

        assertThat(QrCode.of(ADDRESS + digits).version()).isLessThanOrEqualTo(Statements.HIGHEST_QR_VERSION);
    }

    /** Bytes may happen to have the form; then it is the signature that is not believed. */
    @Property(tries = 2000, seed = Seeds.FIXED)
    void what_is_made_up_is_refused_or_not_believed_and_nothing_else_happens(@ForAll @Size(max = 120) byte[] bytes) {
        byte[] marked = new byte[bytes.length + 1];
        marked[0] = 1;
        System.arraycopy(bytes, 0, marked, 1, bytes.length);
        String digits = new BigInteger(1, marked).toString();

        refused(() -> StatementFormat.statement(bytes));
        refused(() -> {
            StatementFormat.Signed signed = StatementFormat.signed(digits);
            assertThat(Signatures.verify((ECPublicKey) KEY.getPublic(), signed.payload(), signed.signature()))
                    .isFalse();
        });
    }

    @Example
    void nothing_in_the_place_of_payload_or_signature_is_refused() {
        for (String made : List.of("0182f7f7", "018240f7", "0182f740", "0182f6f6")) {
            String digits = new BigInteger(made, 16).toString();

            assertThat(refused(() -> StatementFormat.signed(digits))).as(made).isTrue();
        }
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void a_statement_with_any_byte_changed_is_read_or_refused(
            @ForAll("statements") Statement statement, @ForAll @IntRange(max = 200) int at, @ForAll byte other) {
        byte[] payload = StatementFormat.payload(statement);
        payload[at % payload.length] = other;

        refused(() -> StatementFormat.statement(payload));
    }

    /** Whether it is refused in the one way that is declared; anything else passes on and fails the test. */
    private static boolean refused(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (IllegalArgumentException declared) {
            return true;
        }
    }

    @Property(tries = 300, seed = Seeds.FIXED)
    void no_changed_digit_is_believed(
            @ForAll("statements") Statement statement, @ForAll @IntRange(min = 0, max = 380) int at) {
        String digits = Statements.signed(statement, KEY.getPrivate(), ADDRESS);
        int place = at % digits.length();
        char other = digits.charAt(place) == '9' ? '8' : (char) (digits.charAt(place) + 1);
        String changed = digits.substring(0, place) + other + digits.substring(place + 1);

        boolean believed;
        try {
            StatementFormat.Signed signed = StatementFormat.signed(changed);
            believed = Signatures.verify((ECPublicKey) KEY.getPublic(), signed.payload(), signed.signature());
        } catch (RuntimeException notAStatement) {
            believed = false;
        }
        assertThat(believed).isFalse();
    }

    /** The browser's reader knows only definite lengths and integers of up to four bytes. */
    @Example
    void the_bytes_are_those_of_the_document() {
        Statement statement = new Statement(
                "abc",
                "35.07",
                "35.07.13",
                "503/IUMK/012/35.07.13/XI/2026",
                "Keripik Tempe Bu Lastri",
                "Kepanjen",
                LocalDate.of(2026, 11, 24),
                null,
                300);

        byte[] payload = StatementFormat.payload(statement);

        assertThat(payload[0] & 0xFF).isEqualTo(0x8A);
        assertThat(payload[1]).isEqualTo((byte) 1);
        assertThat(new BigInteger(1, payload).toString(16))
                .startsWith("8a0163616263" + "6533352e3037" + "6833352e30372e3133" + "781d")
                .endsWith("192660" + "f6" + "19012c");
        String digits = StatementFormat.digits(new StatementFormat.Signed(payload, new byte[64]));
        assertThat(new BigInteger(digits).toString(16)).startsWith("182" + "58");
    }

    @Example
    void a_name_is_cut_between_characters_and_says_so() {
        assertThat(StatementFormat.cut("Warung", 40)).isEqualTo("Warung");
        assertThat(StatementFormat.cut("a".repeat(41), 40)).isEqualTo("a".repeat(39) + "…");
        assertThat(StatementFormat.cut("🍜".repeat(41), 40)).isEqualTo("🍜".repeat(39) + "…");
    }

    @Example
    void what_is_no_statement_is_refused() {
        assertThatThrownBy(() -> StatementFormat.signed("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatementFormat.signed("12a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatementFormat.signed("9".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatementFormat.signed("4711")).isInstanceOf(RuntimeException.class);
    }

    @Provide
    Arbitrary<Statement> statements() {
        Arbitrary<String> kecamatan =
                Arbitraries.of("Kepanjen", "Sumbermanjing Wetan", "Dau", "Karangploso", "Tirtoyudo");
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(
                        "Keripik Tempe Bu Lastri",
                        "Usaha Dagang Sumber Rejeki Makmur Sejahtera Abadi Jaya Bersama Kabupaten Malang",
                        "Bakso “Cak Man” & Putra 🍜 Mercon"),
                Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .withChars("éüñ–“”ꦱ🍜"
                                .codePoints()
                                .mapToObj(Character::toString)
                                .filter(text -> text.length() == 1)
                                .collect(java.util.stream.Collectors.joining())
                                .toCharArray())
                        .ofMinLength(1)
                        .ofMaxLength(150));
        return Combinators.combine(
                        kecamatan,
                        names,
                        Arbitraries.integers().between(1, 99_999),
                        Dates.dates().between(LocalDate.of(2014, 1, 1), LocalDate.of(2060, 1, 1)),
                        Arbitraries.integers().between(0, 50_000_000),
                        Arbitraries.of(true, false))
                .as((place, name, running, day, index, expires) -> new Statement(
                        "abc",
                        "35.07",
                        "35.07.04",
                        "503/IUMK/%03d/35.07.04/VIII/%d".formatted(running, day.getYear()),
                        name,
                        place,
                        day,
                        expires ? day.plusYears(5) : null,
                        index));
    }
}
