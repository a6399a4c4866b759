package id.lumbung.api.webhook.page;

import id.lumbung.platform.FieldProblems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All webhooks.
 *
 * @param secret of the one just made, shown this once
 */
public record WebhooksPage(
        List<Row> webhooks, String url, @Nullable String secret, FieldProblems problems) {
    public record Row(
            String id,
            String url,
            Instant createdAt,
            String state,
            @Nullable Instant failingSince,
            long waiting) {}
}
