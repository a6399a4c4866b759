package id.lumbung.reference;

import java.time.LocalDate;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Working days of the office: Monday to Friday without the public holidays and joint leave (cuti bersama) of the yearly
 * SKB of three ministers, which an administrator enters. Read from the table each time: it is small, and a day added at
 * noon must count at once.
 */
@Component
public class WorkingDays {

    private final JdbcClient jdbc;

    public WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All days off as one value, for those who count many clocks at once. */
    public HolidayCalendar calendar() {
        return new HolidayCalendar(new HashSet<>(jdbc.sql("select day from reference.holiday order by day limit 5000")
                .query(LocalDate.class)
                .list()));
    }

    public LocalDate plus(LocalDate from, int workingDays) {
        return calendar().plus(from, workingDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** False when nobody has entered the holidays of that year: only weekends are counted then. */
    public boolean knows(int year) {
        return calendar().knows(year);
    }

    /** Working days after {@code from} up to and including {@code to}. */
    public int between(LocalDate from, LocalDate to) {
        return calendar().between(from, to);
    }
}
