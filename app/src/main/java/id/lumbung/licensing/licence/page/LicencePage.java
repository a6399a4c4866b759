package id.lumbung.licensing.licence.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence: what its current sheet says, its sheets and letters, what happened, and what can be done.
 *
 * @param maySee whether sheets and letters may be opened
 */
public record LicencePage(
        String path,
        String number,
        State state,
        Person holder,
        List<Fact> facts,
        List<Sheet> sheets,
        List<Event> events,
        List<Action> actions,
        boolean maySee) {

    public record State(
            String title,
            String text,
            String tone,
            String validity,
            boolean expired,
            String enterpriseHref,
            String business) {}

    /** Personal data; masked while {@code nikAction} or {@code phoneAction} is given. */
    public record Person(
            String name,
            String nik,
            String phone,
            String address,
            @Nullable String nikAction,
            @Nullable String phoneAction) {}

    public record Fact(String label, String value) {}

    public record Sheet(String href, String label, String date, boolean current) {}

    public record Event(
            String datetime,
            String when,
            String title,
            @Nullable String detail,
            String note,
            String by,
            String tone,
            @Nullable String letterHref) {}

    public record Action(String href, String label, boolean grave) {}
}
