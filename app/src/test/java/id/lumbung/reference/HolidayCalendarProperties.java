package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HolidayCalendarProperties {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(0, 730).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Set<LocalDate>> daysOff() {
        return day().set().ofMaxSize(60);
    }

    @Property(seed = Seeds.FIXED)
    void the_last_day_of_a_deadline_is_a_working_day(
            @ForAll("daysOff") Set<LocalDate> off,
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        HolidayCalendar calendar = new HolidayCalendar(off);

        assertThat(calendar.isWorkingDay(calendar.plus(from, days))).isTrue();
    }

    @Property(seed = Seeds.FIXED)
    void between_undoes_plus(
            @ForAll("daysOff") Set<LocalDate> off,
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(max = 60) int days) {
        HolidayCalendar calendar = new HolidayCalendar(off);

        assertThat(calendar.between(from, calendar.plus(from, days))).isEqualTo(days);
    }

    @Property(seed = Seeds.FIXED)
    void working_days_add_up(
            @ForAll("daysOff") Set<LocalDate> off,
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(max = 30) int some,
            @ForAll @IntRange(max = 30) int more) {
        HolidayCalendar calendar = new HolidayCalendar(off);

        assertThat(calendar.plus(calendar.plus(from, some), more)).isEqualTo(calendar.plus(from, some + more));
    }

    @Property(seed = Seeds.FIXED)
    void one_more_holiday_never_makes_a_deadline_earlier(
            @ForAll("daysOff") Set<LocalDate> off,
            @ForAll("day") LocalDate extra,
            @ForAll("day") LocalDate from,
            @ForAll @IntRange(max = 40) int days) {
        Set<LocalDate> more = new java.util.HashSet<>(off);
        more.add(extra);

        assertThat(new HolidayCalendar(more).plus(from, days))
                .isAfterOrEqualTo(new HolidayCalendar(off).plus(from, days));
    }

    @Property(seed = Seeds.FIXED)
    void between_is_the_same_backwards_with_the_sign_turned(
            @ForAll("daysOff") Set<LocalDate> off, @ForAll("day") LocalDate one, @ForAll("day") LocalDate other) {
        HolidayCalendar calendar = new HolidayCalendar(off);

        assertThat(calendar.between(one, other)).isEqualTo(-calendar.between(other, one));
    }

    @Property(seed = Seeds.FIXED)
    void saturday_and_sunday_are_never_working_days(@ForAll("day") LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;

        assertThat(new HolidayCalendar(Set.of()).isWorkingDay(day)).isEqualTo(!weekend);
    }
}
