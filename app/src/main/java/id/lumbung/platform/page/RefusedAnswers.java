package id.lumbung.platform.page;

import id.lumbung.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A rule that said no, shown as a sentence. */
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
}
