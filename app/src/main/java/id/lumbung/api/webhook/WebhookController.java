package id.lumbung.api.webhook;

import id.lumbung.api.webhook.page.WebhookPage;
import id.lumbung.api.webhook.page.WebhooksPage;
import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.page.Pages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Webhooks, for administrators. */
@Controller
@RequestMapping("/webhook")
class WebhookController {
    private static final int SHOWN = 50;

    private final Webhooks webhooks;
    private final Pages pages;

    WebhookController(Webhooks webhooks, Pages pages) {
        this.webhooks = webhooks;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list() {
        return pages.show("api/webhooks", page("", null, new FieldProblems()));
    }

    /** The secret is shown in the answer itself, not after a redirect: it is shown nowhere again. */
    @PostMapping
    ModelAndView subscribe(@RequestParam(defaultValue = "") String url) {
        try {
            Webhooks.Made made = webhooks.subscribe(url);
            return pages.show("api/webhooks", page("", made.secret(), new FieldProblems()));
        } catch (Invalid invalid) {
            FieldProblems problems = new FieldProblems();
            for (FieldProblem problem : invalid.problems()) {
                problems.add(
                        problem.field(),
                        problem.messageKey(),
                        problem.arguments().toArray());
            }
            return pages.invalid("api/webhooks", page(url, null, problems));
        }
    }

    @GetMapping("/{id}")
    ModelAndView log(@PathVariable UUID id) {
        return pages.show(
                "api/webhook",
                new WebhookPage(
                        row(webhooks.get(id)),
                        webhooks.deliveries(id, null, SHOWN).stream()
                                .map(delivery -> new WebhookPage.Line(
                                        delivery.seq(),
                                        delivery.kind(),
                                        delivery.madeAt(),
                                        delivery.attempts(),
                                        delivery.deliveredAt(),
                                        delivery.nextTryAt(),
                                        said(delivery)))
                                .toList()));
    }

    private static String said(Webhooks.Delivery delivery) {
        Integer status = delivery.lastStatus();
        String problem = delivery.lastProblem();
        return status != null ? "HTTP " + status : problem == null ? "–" : problem;
    }

    @PostMapping("/{id}/akhiri")
    String end(@PathVariable UUID id, RedirectAttributes attributes) {
        webhooks.end(id);
        return Pages.redirect("/webhook", attributes, "api.webhook.ended");
    }

    @PostMapping("/{id}/lanjutkan")
    String goOn(@PathVariable UUID id, RedirectAttributes attributes) {
        webhooks.goOn(id);
        return Pages.redirect("/webhook/" + id, attributes, "api.webhook.goes-on");
    }

    @PostMapping("/{id}/kirim-ulang/{seq}")
    String sendAgain(@PathVariable UUID id, @PathVariable long seq, RedirectAttributes attributes) {
        webhooks.sendAgain(id, seq);
        return Pages.redirect("/webhook/" + id, attributes, "api.webhook.again.done");
    }

    private WebhooksPage page(String url, @Nullable String secret, FieldProblems problems) {
        return new WebhooksPage(
                webhooks.list().stream().map(WebhookController::row).toList(), url, secret, problems);
    }

    private static WebhooksPage.Row row(Webhooks.Subscription subscription) {
        return new WebhooksPage.Row(
                subscription.id().toString(),
                subscription.url(),
                subscription.createdAt(),
                subscription.state(),
                subscription.failingSince(),
                subscription.waiting());
    }
}
