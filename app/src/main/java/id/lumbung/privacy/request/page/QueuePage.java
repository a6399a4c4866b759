package id.lumbung.privacy.request.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue of requests.
 *
 * @param ended whether it shows what was answered
 * @param next address of the lines after these
 */
public record QueuePage(
        boolean ended,
        List<Line> lines,
        int escalated,
        boolean mayReceive,
        @Nullable String next) {
    public record Line(
            String href,
            String number,
            String name,
            String kindKey,
            String place,
            String stateKey,
            String tone,
            String deadline,
            String deadlineTone,
            boolean escalated) {}
}
