package id.lumbung.platform.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when a request fails: a sentence, never a stack trace. */
@Controller
class ErrorPages implements ErrorController {
    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus shown = status == null ? HttpStatus.NOT_FOUND : status;
        String key = switch (shown) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "platform.error.not-found";
            case FORBIDDEN -> "platform.error.forbidden";
            case CONTENT_TOO_LARGE -> "platform.error.too-large";
            case TOO_MANY_REQUESTS -> "platform.error.too-many";
            case SERVICE_UNAVAILABLE -> "platform.error.away";
            case INSUFFICIENT_STORAGE -> "platform.error.no-room";
            case CONFLICT -> "platform.error.conflict";
            default -> shown.is4xxClientError() ? "platform.error.bad-request" : "platform.error.failed";
        };
        return pages.answer(
                "platform/message",
                new MessagePage(shown.value(), pages.texts(request).t(key)),
                shown);
    }
}
