package id.lumbung.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.intake.value.Amount;
import id.lumbung.intake.value.Coordinate;
import id.lumbung.intake.value.DateText;
import id.lumbung.intake.value.Digits;
import id.lumbung.intake.value.Missing;
import id.lumbung.intake.value.PhoneText;
import id.lumbung.intake.value.StartYear;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells as people and spreadsheets leave them. */
class ValuesOfCellsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000000 | 12000000",
                "Rp 12.000.000 | 12000000",
                "Rp. 12.000.000,00 | 12000000",
                "12,000,000 | 12000000",
                "1.500 | 1500",
                "1,5 juta | 1500000",
                "2.5jt | 2500000",
                "300 rb | 300000",
                "1 milyar | 1000000000",
                "Rp12.000.000,- | 12000000",
                "12000000.0 | 12000000",
                "0 | 0",
                "3 orang | 3",
                "1.234.567,89 | 1234568"
            })
    void amounts_are_read_as_they_are_written(String written, long value) {
        assertThat(Amount.of(written, false)).isEqualTo(new Amount(value, Amount.State.READ));
    }

    @Test
    void what_is_no_amount_is_not_made_one() {
        assertThat(Amount.of("-", false).state()).isEqualTo(Amount.State.MISSING);
        assertThat(Amount.of("tidak tentu", false).state()).isEqualTo(Amount.State.MISSING);
        assertThat(Amount.of("15 juta/bulan", false).state()).isEqualTo(Amount.State.UNREADABLE);
        assertThat(Amount.of("5-10 juta", false).state()).isEqualTo(Amount.State.UNREADABLE);
        assertThat(Amount.of("-5000", false).state()).isEqualTo(Amount.State.NEGATIVE);
        assertThat(Amount.of("(5.000)", false).state()).isEqualTo(Amount.State.NEGATIVE);
        assertThat(Amount.of("2147483647", false).state()).isEqualTo(Amount.State.OVERFLOW);
        assertThat(Amount.of("9".repeat(30), false).state()).isEqualTo(Amount.State.UNREADABLE);
        assertThat(Amount.of("1.500", true))
                .as("a number of a spreadsheet")
                .isEqualTo(new Amount(2, Amount.State.READ));
    }

    @ParameterizedTest
    @CsvSource({
        "17-08-1975",
        "17/8/1975",
        "17.08.75",
        "1975-08-17",
        "17 Agustus 1975",
        "17 Agt 1975x",
        "1975-08-17T00:00:00",
        "27623",
        "17081975",
        "19750817",
        "17 aug 1975 10:20"
    })
    void dates_are_read_the_day_first(String written) {
        if (written.endsWith("x")) {
            assertThat(DateText.read(written, TODAY)).isNull();
        } else {
            assertThat(DateText.read(written, TODAY)).isEqualTo(LocalDate.of(1975, 8, 17));
        }
    }

    @Test
    void what_is_no_date_is_none() {
        for (String written :
                List.of("31-02-1975", "1975", "umur 40", "00-00-0000", "17-13-1975", "a-b-c", "99/99/99")) {
            assertThat(DateText.read(written, TODAY)).as(written).isNull();
        }
        assertThat(DateText.read("01/01/20", TODAY)).isEqualTo(LocalDate.of(2020, 1, 1));
    }

    @Test
    void damaged_numbers_are_told_apart() {
        assertThat(Digits.of("3507131708750001", false, 16).value()).isEqualTo("3507131708750001");
        assertThat(Digits.of("'35.0713.170875.0001", false, 16).value()).isEqualTo("3507131708750001");
        assertThat(Digits.of("3.50713E+15", false, 16).damage()).isEqualTo(Digits.Damage.SCIENTIFIC);
        assertThat(Digits.of("3,50713E+15", false, 16).damage()).isEqualTo(Digits.Damage.SCIENTIFIC);
        assertThat(Digits.of("2147483647", false, 16).damage()).isEqualTo(Digits.Damage.OVERFLOW);
        assertThat(Digits.of("3507131708750000", false, 16).damage()).isEqualTo(Digits.Damage.ROUNDED);
        assertThat(Digits.of("3507131708750010", true, 16).damage()).isEqualTo(Digits.Damage.ROUNDED);
        assertThat(Digits.of("3507131708750010", false, 16).damage()).isEqualTo(Digits.Damage.NONE);
        assertThat(Digits.of("350713170875", false, 16).damage()).isEqualTo(Digits.Damage.LENGTH);
        assertThat(Digits.of("belum e-KTP", false, 16).damage()).isEqualTo(Digits.Damage.LETTERS);
        assertThat(Digits.of("-", false, 16)).isEqualTo(Digits.of("", false, 16));
        assertThat(Digits.of("3507131708750001", false, 16)).hasToString("Digits[NONE]");
    }

    @Test
    void telephones_become_one_form_and_damage_is_seen() {
        assertThat(PhoneText.of("0812-3456-7890").e164()).isEqualTo("+6281234567890");
        assertThat(PhoneText.of("81234567890").e164()).isEqualTo("+6281234567890");
        assertThat(PhoneText.of("081234567890 / 0341396123").e164()).isEqualTo("+6281234567890");
        assertThat(PhoneText.of("6.28123E+12").state()).isEqualTo(PhoneText.State.DAMAGED);
        assertThat(PhoneText.of("0812345").state()).isEqualTo(PhoneText.State.UNREADABLE);
        assertThat(PhoneText.of("081234567890")).hasToString("PhoneText[READ]");
    }

    @Test
    void a_dash_is_missing_and_a_zero_is_not() {
        for (String written : List.of("", "-", " - ", "--", ".", "n/a", "NULL", "Tidak ada", "belum ada", "***")) {
            assertThat(Missing.is(written.strip())).as(written).isTrue();
        }
        assertThat(Missing.is("0")).isFalse();
        assertThat(Missing.is("Toko -")).isFalse();
    }

    @Test
    void years_and_degrees_keep_within_what_is_possible() {
        assertThat(StartYear.read("2015", TODAY)).isEqualTo(2015);
        assertThat(StartYear.read("2015.0", TODAY)).isEqualTo(2015);
        assertThat(StartYear.read("12-03-2015", TODAY)).isEqualTo(2015);
        assertThat(StartYear.read("2027", TODAY)).isEqualTo(StartYear.NONE);
        assertThat(StartYear.read("15", TODAY)).isEqualTo(StartYear.NONE);
        assertThat(Coordinate.latitude("-8,13")).isEqualTo(-8.13);
        assertThat(Coordinate.latitude("112.57")).isNaN();
        assertThat(Coordinate.longitude("112.57")).isEqualTo(112.57);
        assertThat(Coordinate.longitude("NaN")).isNaN();
    }
}
