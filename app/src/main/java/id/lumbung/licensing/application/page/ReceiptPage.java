package id.lumbung.licensing.application.page;

import org.jspecify.annotations.Nullable;

/**
 * The receipt to print.
 *
 * @param code shown this once, null when only a new one can be made
 */
public record ReceiptPage(
        String path,
        String receipt,
        String business,
        String owner,
        String kecamatan,
        @Nullable String receivedAt,
        @Nullable String dueOn,
        int workingDays,
        @Nullable String code,
        String followAddress) {}
