package id.lumbung.linkage.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.lumbung.linkage.Seeds;
import id.lumbung.linkage.standard.PartialDate.Kind;
import id.lumbung.linkage.standard.Villages.Village;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in a cell, it is read without failing and says nothing that cannot be. */
class AnyTextProperties {
    private static final Villages VILLAGES = new Villages(List.of(
            new Village("3507012001", "Banjarejo", "350701", "Donomulyo"),
            new Village("3507022001", "Sukodono", "350702", "Pagak")));

    @Property(tries = 3000, seed = Seeds.FIXED)
    void is_read_as_anything_without_failing(@ForAll @From("cells") String cell) {
        assertThatCode(() -> {
                    PersonName person = PersonName.of(cell);
                    person.key();
                    person.turnedKey();
                    BusinessName business = BusinessName.of(cell);
                    business.key();
                    Nickname.ofOwner(person, business);
                    Address.of(cell).names();
                    Phone.all(cell);
                    Nik.of(cell).birth(2026);
                    PartialDate.of(cell, 2026);
                    VILLAGES.find(cell, cell);
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void gives_dates_that_are_in_the_calendar(@ForAll @From("cells") String cell) {
        PartialDate date = PartialDate.of(cell, 2026);

        if (date.kind() == Kind.DAY) {
            assertThat(LocalDate.of(date.year(), date.month(), date.day())).isNotNull();
        } else {
            assertThat(date.day()).isZero();
        }
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void gives_only_digits_it_saw_as_those_of_a_nik(@ForAll @From("cells") String cell) {
        Nik nik = Nik.of(cell);

        assertThat(nik.digits() & ~nik.known()).isZero();
        assertThat(nik.knownDigits()).isLessThanOrEqualTo((int)
                cell.chars().filter(c -> c >= '0' && c <= '9').count());
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void counts_every_known_digit_of_two_niks_once(
            @ForAll long digits,
            @ForAll long other,
            @ForAll @IntRange(max = 65535) int one,
            @ForAll @IntRange(max = 65535) int two) {
        long known = spread(one);
        long otherKnown = spread(two);
        int agreeing = 0;
        int conflicting = 0;
        for (int i = 0; i < 16; i++) {
            if ((one >> i & two >> i & 1) == 1) {
                boolean same = (digits >>> 4 * i & 0xF) == (other >>> 4 * i & 0xF);
                agreeing += same ? 1 : 0;
                conflicting += same ? 0 : 1;
            }
        }

        assertThat(Nik.agreeing(digits, known, other, otherKnown)).isEqualTo(agreeing);
        assertThat(Nik.conflicting(digits, known, other, otherKnown)).isEqualTo(conflicting);
    }

    private static long spread(int places) {
        long spread = 0;
        for (int i = 0; i < 16; i++) {
            spread |= (places >> i & 1) == 1 ? 0xFL << 4 * i : 0;
        }
        return spread;
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void finds_the_name_below_titles_case_and_blanks(
            @ForAll @From("names") String name,
            @ForAll @From("before") String before,
            @ForAll @From("after") String after,
            @ForAll boolean capitals) {
        String typed = before + name.replace(" ", "  ") + after;

        PersonName found = PersonName.of(capitals ? typed.toUpperCase(Locale.ROOT) : typed);

        assertThat(found.full()).isEqualTo(PersonName.of(name).full());
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void reads_a_standard_name_as_itself(@ForAll @From("names") String name) {
        String full = PersonName.of(name).full();

        assertThat(PersonName.of(full).full()).isEqualTo(full);
    }

    @Property(tries = 1000, seed = Seeds.FIXED)
    void reads_a_day_in_three_ways_as_the_same(
            @ForAll @IntRange(min = 1930, max = 2015) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day) {
        PartialDate date = PartialDate.of(year, month, day);
        long serial = LocalDate.of(year, month, day).toEpochDay()
                - LocalDate.of(1899, 12, 30).toEpochDay();

        assertThat(PartialDate.of(String.format("%02d/%02d/%d", day, month, year), 2026))
                .isEqualTo(date);
        assertThat(PartialDate.of(String.format("%d-%d-%d", year, month, day), 2026))
                .isEqualTo(date);
        assertThat(PartialDate.of(Long.toString(serial), 2026)).isEqualTo(date);
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> typed = Arbitraries.strings()
                .withChars("ABCEHIJMNORSTUY aeio.,/()-'0123456789*xE+")
                .ofMaxLength(40);
        Arbitrary<String> numbers =
                Arbitraries.strings().withChars("0123456789 -/.*x+E").ofMaxLength(20);
        return Arbitraries.oneOf(anything, typed, numbers);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "Siti",
                        "Sri",
                        "Muhammad",
                        "Slamet",
                        "Soekarno",
                        "Aminah",
                        "Khoirul",
                        "Wahyuni",
                        "Djoko",
                        "Rahayu",
                        "Tini")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> before() {
        return Arbitraries.of("", "Bu ", "Pak ", "H. ", "Hj. ", "Drs. ", "Mbah ", "Drs. H. ", "Bpk. ", "Pak De ");
    }

    @Provide
    Arbitrary<String> after() {
        return Arbitraries.of("", ", S.Pd", ", SE", ", S.E., M.M.", " S.Pd.I", ", Amd", ", S. Sos", "  ");
    }
}
