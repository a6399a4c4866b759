package id.lumbung.api.document;

import id.lumbung.api.document.page.ApiPage;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.Problems;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The API explained: to programs as an OpenAPI document, to people as a page. */
@Controller
class DocumentController {
    private final OpenApi openApi;
    private final Problems problems;
    private final Pages pages;
    private final JsonMapper json;
    private final LumbungSettings settings;

    DocumentController(OpenApi openApi, Problems problems, Pages pages, JsonMapper json, LumbungSettings settings) {
        this.openApi = openApi;
        this.problems = problems;
        this.pages = pages;
        this.json = json;
        this.settings = settings;
    }

    @GetMapping(path = ApiPaths.ROOT + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenDocument
    ResponseEntity<byte[]> document(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Vary", "Accept-Language")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(json.writeValueAsBytes(openApi.document(problems.texts(request))));
    }

    @GetMapping("/api")
    ModelAndView explain(HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Map<String, List<ApiPage.Line>> groups = new LinkedHashMap<>();
        for (OpenApi.Operation operation : openApi.operations()) {
            String group = operation.path().split("/")[3];
            groups.computeIfAbsent(group, unknown -> new java.util.ArrayList<>())
                    .add(new ApiPage.Line(
                            operation.method(),
                            operation.path().substring(ApiPaths.ROOT.length()),
                            texts.t("api.op." + operation.id()),
                            operation.endpoint().open()));
        }
        return pages.show(
                "api/api",
                new ApiPage(
                        settings.publicUrl() + ApiPaths.ROOT,
                        groups.entrySet().stream()
                                .map(group -> new ApiPage.Group(group.getKey(), group.getValue()))
                                .toList()));
    }
}
