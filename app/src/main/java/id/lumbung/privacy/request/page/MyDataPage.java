package id.lumbung.privacy.request.page;

import id.lumbung.privacy.consent.page.ConsentLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer, for the person at home.
 *
 * @param problem key of a sentence, the same for everything that opens nothing
 */
public record MyDataPage(@Nullable String problem, @Nullable Found found) {
    public record Found(
            String number,
            String kindKey,
            String stateKey,
            String place,
            String receivedAt,
            String dueAt,
            boolean open,
            @Nullable String answer,
            @Nullable HeldPart held,
            List<ConsentLine> consents) {}
}
