package id.lumbung.licensing.application;

import id.lumbung.platform.watch.Meters;
import org.springframework.stereotype.Component;

/** Whether the office works: what came in, what waits, what is late. */
@Component
class ApplicationMeters {
    ApplicationMeters(Meters meters) {
        meters.ask(
                "lumbung.applications.handed.in", "applications whose first handing-in lies in the last 24 hours", """
                select count(*) from licensing.application
                 where changed_at > clock_timestamp() - interval '24 hours'
                   and submitted_at > clock_timestamp() - interval '24 hours'
                """);
        meters.ask("lumbung.applications.open", "applications that were handed in and are not decided", """
                select count(*) from licensing.application where ended_at is null and submissions > 0
                """);
        meters.ask("lumbung.applications.past.deadline", "applications whose clock runs and whose day has passed", """
                select count(*) from licensing.application
                 where ended_at is null
                   and clock_phase = 'RUNNING'
                   and due_on < (clock_timestamp() at time zone 'Asia/Jakarta')::date
                """);
    }
}
