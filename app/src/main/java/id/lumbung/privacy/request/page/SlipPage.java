package id.lumbung.privacy.request.page;

import org.jspecify.annotations.Nullable;

/**
 * The slip that the person takes home.
 *
 * @param code shown this once, null when only a new one can be made
 */
public record SlipPage(
        String path,
        String number,
        String kindKey,
        String place,
        String receivedAt,
        String dueAt,
        @Nullable String code,
        String address,
        boolean mayPrint) {}
