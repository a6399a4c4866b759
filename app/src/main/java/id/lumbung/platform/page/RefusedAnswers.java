package id.lumbung.platform.page;

import id.lumbung.platform.Refused;
import id.lumbung.platform.document.DocumentsAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A rule that said no, or a store of documents that is away, shown as a sentence. */
@ControllerAdvice
class RefusedAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAnswers.class);

    private final Pages pages;

    RefusedAnswers(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        LOG.info("refused: {}", refused.code().code());
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.answer(
                "platform/message",
                new MessagePage(status.value(), pages.texts(request).t(refused)),
                status);
    }

    /** What was being done is undone by now: nothing names a document that was not kept. */
    @ExceptionHandler(DocumentsAway.class)
    ModelAndView documentsAway(DocumentsAway away, HttpServletRequest request, HttpServletResponse response) {
        LOG.error("{}", away.getMessage());
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        response.setHeader("Retry-After", String.valueOf(DocumentsAway.RETRY_AFTER));
        return pages.answer(
                "platform/message",
                new MessagePage(status.value(), pages.texts(request).t("platform.error.documents-away")),
                status);
    }
}
