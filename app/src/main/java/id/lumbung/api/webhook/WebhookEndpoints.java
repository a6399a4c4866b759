package id.lumbung.api.webhook;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks, administered by a program. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
class WebhookEndpoints {
    private static final String LOG = "webhook-deliveries";

    private final Webhooks webhooks;
    private final Tags tags;
    private final Cursors cursors;

    WebhookEndpoints(Webhooks webhooks, Tags tags, Cursors cursors) {
        this.webhooks = webhooks;
        this.tags = tags;
        this.cursors = cursors;
    }

    record Wanted(String url) {}

    @GetMapping
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS)
    List<Webhooks.Subscription> listWebhooks() {
        return webhooks.list();
    }

    /** The secret by which messages are checked is told once. */
    @PostMapping
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS, status = 201, pages = "POST /webhook")
    ResponseEntity<Webhooks.Made> subscribe(@RequestBody Wanted wanted) {
        Webhooks.Made made = webhooks.subscribe(wanted.url());
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/webhooks/" + made.id()))
                .body(made);
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS)
    ResponseEntity<Webhooks.Subscription> getWebhook(@PathVariable UUID id) {
        return tags.tagged(webhooks.get(id), 0);
    }

    @DeleteMapping("/{id}")
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS, status = 204, pages = "POST /webhook/{id}/akhiri")
    ResponseEntity<Void> endWebhook(@PathVariable UUID id) {
        webhooks.end(id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/going-on")
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS, pages = "POST /webhook/{id}/lanjutkan")
    ResponseEntity<Webhooks.Subscription> goOnWithWebhook(@PathVariable UUID id) {
        webhooks.goOn(id);
        return getWebhook(id);
    }

    @GetMapping("/{id}/deliveries")
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS)
    ResponseEntity<Slice<Webhooks.Delivery>> listDeliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(LOG, cursor, 1);
        return tags.tagged(
                cursors.slice(
                        LOG,
                        webhooks.deliveries(id, after == null ? null : Long.valueOf(after.getFirst()), most + 1),
                        most,
                        delivery -> List.of(String.valueOf(delivery.seq())),
                        request),
                0);
    }

    @PostMapping("/{id}/deliveries/{seq}/repetition")
    @Endpoint(needs = Permission.MANAGE_WEBHOOKS, pages = "POST /webhook/{id}/kirim-ulang/{seq}")
    ResponseEntity<Webhooks.Subscription> sendAgain(@PathVariable UUID id, @PathVariable long seq) {
        webhooks.sendAgain(id, seq);
        return getWebhook(id);
    }
}
