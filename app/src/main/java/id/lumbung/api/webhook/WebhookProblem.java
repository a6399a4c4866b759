package id.lumbung.api.webhook;

import id.lumbung.platform.ProblemCode;

enum WebhookProblem implements ProblemCode {
    WEBHOOK_NOT_FOUND,
    DELIVERY_NOT_FOUND
}
