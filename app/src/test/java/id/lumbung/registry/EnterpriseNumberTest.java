package id.lumbung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import id.lumbung.registry.text.EnterpriseNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EnterpriseNumberTest {
    @Test
    void is_written_with_seven_digits_and_a_check_digit() {
        assertThat(new EnterpriseNumber(572)).hasToString("LB-0000572-4");
        assertThat(EnterpriseNumber.find("  lb 0000123 " + checkOf(123))).contains(new EnterpriseNumber(123));
        assertThat(EnterpriseNumber.find("Sri Rahayu")).isEmpty();
        assertThat(EnterpriseNumber.find("LB-0000000-0")).isEmpty();
    }

    @Property(seed = Seeds.FIXED)
    void what_is_written_reads_back(@ForAll @LongRange(min = 1, max = 999_999_999_999L) long sequence) {
        assertThat(EnterpriseNumber.find(new EnterpriseNumber(sequence).toString()))
                .contains(new EnterpriseNumber(sequence));
    }

    @Property(seed = Seeds.FIXED)
    void one_wrong_digit_is_noticed(
            @ForAll @LongRange(min = 1, max = 9_999_999) long sequence,
            @ForAll @IntRange(min = 0, max = 6) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder written = new StringBuilder(new EnterpriseNumber(sequence).toString());
        int at = 3 + place;
        written.setCharAt(at, (char) ('0' + (written.charAt(at) - '0' + by) % 10));

        assertThat(EnterpriseNumber.find(written.toString())).isEmpty();
    }

    @Property(seed = Seeds.FIXED)
    void swapped_neighbours_are_noticed(
            @ForAll @LongRange(min = 1, max = 9_999_999) long sequence, @ForAll @IntRange(min = 0, max = 5) int place) {
        StringBuilder written = new StringBuilder(new EnterpriseNumber(sequence).toString());
        int at = 3 + place;
        char first = written.charAt(at);
        char second = written.charAt(at + 1);
        written.setCharAt(at, second);
        written.setCharAt(at + 1, first);

        assertThat(EnterpriseNumber.find(written.toString()).isEmpty()).isEqualTo(first != second);
    }

    private static char checkOf(long sequence) {
        String written = new EnterpriseNumber(sequence).toString();
        return written.charAt(written.length() - 1);
    }
}
