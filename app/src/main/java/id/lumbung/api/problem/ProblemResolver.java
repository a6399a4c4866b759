package id.lumbung.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Whatever fails under {@code /api/v1} is answered here, before any page is thought of. */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {
    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!ApiPaths.isCall(request.getRequestURI())) {
            return null;
        }
        try {
            problems.write(problems.of(exception, request), response);
            return new ModelAndView();
        } catch (IOException gone) {
            return new ModelAndView();
        }
    }
}
