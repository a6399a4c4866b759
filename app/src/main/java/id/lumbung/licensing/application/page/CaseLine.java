package id.lumbung.licensing.application.page;

/**
 * A case in a list.
 *
 * @param tone of the state: empty, wait, ok, warn, stop
 * @param deadline in words
 * @param deadlineTone empty, soon, late, paused
 */
public record CaseLine(
        String href,
        String receipt,
        String business,
        String owner,
        String place,
        String state,
        String tone,
        String deadline,
        String deadlineTone,
        boolean escalated) {}
