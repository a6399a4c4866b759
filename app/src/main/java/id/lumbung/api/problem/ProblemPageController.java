package id.lumbung.api.problem;

import id.lumbung.api.document.page.ProblemPage;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the type of a problem leads to: what it means, and what to do. */
@Controller
class ProblemPageController {
    private final Pages pages;

    ProblemPageController(Pages pages) {
        this.pages = pages;
    }

    /** A code that is none of the API's own names a rule of the office; the answer itself carries its sentence. */
    @GetMapping("/api/masalah/{code:[a-z][a-z-]{2,60}}")
    ModelAndView explain(@PathVariable String code, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        ApiProblem problem = ApiProblem.find(code).orElse(ApiProblem.REFUSED);
        String key = "api.problem." + problem.code();
        return pages.show(
                "api/problem",
                new ProblemPage(
                        code,
                        problem.status().value(),
                        texts.t(key + ".title"),
                        texts.t(key + ".detail"),
                        texts.t(key + ".help")));
    }
}
