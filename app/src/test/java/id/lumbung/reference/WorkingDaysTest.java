package id.lumbung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LumbungTest
class WorkingDaysTest {

    @Autowired
    private WorkingDays workingDays;

    @Test
    void joint_leave_is_not_a_working_day() {
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 12, 28))).isTrue();
    }

    @Test
    void a_deadline_over_idulfitri_2026_jumps_over_holidays_joint_leave_and_weekend() {
        assertThat(workingDays.plus(LocalDate.of(2026, 3, 17), 1)).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(workingDays.between(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 3, 25)))
                .isEqualTo(1);
    }

    @Test
    void a_year_whose_holidays_nobody_entered_is_not_known() {
        assertThat(workingDays.knows(2026)).isTrue();
        assertThat(workingDays.knows(2031)).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2031, 1, 1))).isTrue();
    }

    @Test
    void the_decrees_of_2025_and_2026_are_complete() {
        long days2025 = daysOff(2025);
        long days2026 = daysOff(2026);

        assertThat(days2025).isEqualTo(17 + 10 + 1);
        assertThat(days2026).isEqualTo(17 + 8);
    }

    private long daysOff(int year) {
        return workingDays.calendar().daysOff().stream()
                .filter(day -> day.getYear() == year)
                .count();
    }
}
