package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.lumbung.Seeds;
import id.lumbung.licensing.application.check.Entry;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Refused;
import id.lumbung.registry.text.EnterpriseNumber;
import id.lumbung.registry.text.NameKey;
import id.lumbung.registry.text.Typed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed: a number is read, or a sentence says why not. Nothing else is thrown, and nothing takes long. */
class TypedTextProperties {
    private static final List<Consumer<String>> READINGS = List.of(
            text -> agree(Nik::problem, Nik::parse, text),
            text -> agree(FamilyCardNumber::problem, FamilyCardNumber::parse, text),
            text -> agree(Nib::problem, Nib::parse, text),
            text -> agree(Phone::problem, Phone::parse, text),
            EnterpriseNumber::find,
            Nib::read,
            NameKey::of,
            Typed::code,
            Typed::masked,
            Entry::amount,
            Entry::date,
            Entry::digits);

    /** The sentence beside the field and the refusal of the value say the same. */
    private static void agree(
            BiFunction<String, String, Optional<FieldProblem>> problem, Consumer<String> parse, String text) {
        boolean refused;
        try {
            parse.accept(text);
            refused = false;
        } catch (Refused said) {
            refused = true;
        }
        assertThat(problem.apply("field", text).isPresent()).as(text).isEqualTo(refused);
    }

    @Property(tries = 3000, seed = Seeds.FIXED)
    void anything_typed_is_read_or_answered_with_a_sentence(@ForAll("texts") String text) {
        READINGS.forEach(reading -> reading.accept(text));
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void an_amount_is_never_below_zero_and_never_more_than_was_typed(@ForAll("texts") String text) {
        Entry.amount(text).ifPresent(amount -> assertThat(amount).isBetween(0L, 999_999_999_999_999L));
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void digits_of_other_scripts_make_no_number(@ForAll("foreign") String text) {
        assertThat(Nik.problem("nik", text)).isPresent();
        assertThat(Phone.problem("phone", text)).isPresent();
        assertThat(Entry.amount(text)).isEmpty();
        assertThat(Entry.date(text)).isEmpty();
    }

    @Example
    void the_longest_texts_take_no_longer_than_their_length_asks() {
        for (String part :
                List.of("1", "0", " ", ".", "-", "a", "a.", "rp", "Rp. ", "\u0301", "'", "é", "\ud83c\udf5c", "1 ")) {
            String text = part.repeat(200_000 / part.length()) + "!";
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> READINGS.forEach(reading -> reading.accept(text)), "many " + part);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> almost = Arbitraries.strings()
                .withChars(
                        "0123456789012345678901234567890123456789+-. /'’–(),Rprp\u00a0\u0000\u202e\u0661\uff11\n\tLB")
                .ofMaxLength(24);
        Arbitrary<String> dates =
                Arbitraries.strings().withChars("0123456789-/. ").ofMinLength(6).ofMaxLength(11);
        return Arbitraries.oneOf(anything, almost, dates);
    }

    @Provide
    Arbitrary<String> foreign() {
        return Arbitraries.strings()
                .withChars("\u0660\u0661\u0662\u0967\u0968\uff10\uff11\uff12")
                .ofMinLength(8)
                .ofMaxLength(16);
    }
}
