package id.lumbung.api.webhook.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One webhook and what was sent to it. */
public record WebhookPage(WebhooksPage.Row webhook, List<Line> deliveries) {
    public record Line(
            long seq,
            String kind,
            Instant madeAt,
            int attempts,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextTryAt,
            String said) {}
}
