package id.lumbung.licensing.application.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enterprises that may be the one being entered. */
public record KnownFragment(List<Line> lines, String chosen) {
    /**
     * One of them.
     *
     * @param id null outside the territory
     * @param title number and name, or how many there are
     * @param note owner and place
     * @param reasons why it is shown
     * @param licences its licences with their state
     */
    public record Line(@Nullable String id, String title, String note, List<String> reasons, List<String> licences) {}
}
