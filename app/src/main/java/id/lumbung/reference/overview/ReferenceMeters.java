package id.lumbung.reference.overview;

import id.lumbung.platform.watch.Meters;
import id.lumbung.reference.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Law that nobody has entered yet counts deadlines wrongly, in silence; so it is a number to watch. */
@Component
class ReferenceMeters {
    ReferenceMeters(Meters meters, WorkingDays workingDays, Clock clock) {
        meters.tell(
                "lumbung.holidays.missing",
                "1 when the holidays of this year, or from October on of the next, are not entered",
                () -> missing(workingDays, LocalDate.now(clock)));
    }

    private static double missing(WorkingDays workingDays, LocalDate today) {
        try {
            return workingDays.calendar().missingYear(today).isPresent() ? 1 : 0;
        } catch (RuntimeException noDatabase) {
            return Double.NaN;
        }
    }
}
