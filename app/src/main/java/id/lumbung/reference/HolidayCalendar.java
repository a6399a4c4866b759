package id.lumbung.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Working days by Saturdays, Sundays and a given set of days off. Pure. A year without an entry counts weekends only;
 * {@link #knows} says so.
 */
public record HolidayCalendar(Set<LocalDate> daysOff) {

    public HolidayCalendar {
        daysOff = Set.copyOf(daysOff);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !daysOff.contains(day);
    }

    /** The n-th working day after {@code from} (not counting it); {@code from} itself for 0. */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days must not be negative: " + workingDays);
        }
        LocalDate day = from;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }

    public boolean knows(int year) {
        return knownYears().contains(year);
    }

    /** A year that ought to be known on this day and is not: the current one, and from October on the next. */
    public Optional<Integer> missingYear(LocalDate today) {
        if (!knows(today.getYear())) {
            return Optional.of(today.getYear());
        }
        boolean announced = today.getMonthValue() >= Month.OCTOBER.getValue();
        return announced && !knows(today.getYear() + 1) ? Optional.of(today.getYear() + 1) : Optional.empty();
    }

    public Set<Integer> knownYears() {
        return daysOff.stream().map(LocalDate::getYear).collect(Collectors.toSet());
    }
}
