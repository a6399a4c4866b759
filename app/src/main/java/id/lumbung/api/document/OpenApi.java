package id.lumbung.api.document;

import static id.lumbung.api.document.Schemas.map;

import id.lumbung.api.problem.Problem;
import id.lumbung.api.problem.Problems;
import id.lumbung.platform.Texts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Writes the OpenAPI 3.1 document from the endpoints themselves, so that there is nothing to keep in step. */
@Component
class OpenApi {
    private static final String JSON = "application/json";

    private final RequestMappingHandlerMapping mappings;

    OpenApi(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** One endpoint as it is mapped. */
    record Operation(String method, String path, String id, Endpoint endpoint, HandlerMethod handler) {
        boolean changes() {
            return !method.equals("GET");
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            Endpoint endpoint = handler.getMethodAnnotation(Endpoint.class);
            if (endpoint != null) {
                operations.add(new Operation(
                        method(info),
                        info.getPatternValues().iterator().next(),
                        handler.getMethod().getName(),
                        endpoint,
                        handler));
            }
        });
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return operations;
    }

    private static String method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().iterator().next().name();
    }

    Map<String, Object> document(Texts texts) {
        Schemas schemas = new Schemas();
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : operations()) {
            Object path = paths.computeIfAbsent(operation.path(), unknown -> new LinkedHashMap<String, Object>());
            @SuppressWarnings("unchecked")
            Map<String, Object> methods = (Map<String, Object>) path;
            methods.put(operation.method().toLowerCase(Locale.ROOT), operation(operation, schemas, texts));
        }
        schemas.of(Problem.class, false);
        return map(
                "openapi",
                "3.1.0",
                "jsonSchemaDialect",
                "https://spec.openapis.org/oas/3.1/dialect/base",
                "info",
                map("title", "Lumbung", "version", "1", "description", texts.t("api.document.description")),
                "servers",
                List.of(map("url", "/")),
                "security",
                List.of(map("token", List.of())),
                "paths",
                paths,
                "components",
                map(
                        "securitySchemes",
                        map("token", map("type", "http", "scheme", "bearer", "bearerFormat", "lmb_…")),
                        "schemas",
                        schemas.named()));
    }

    private static Map<String, Object> operation(Operation operation, Schemas schemas, Texts texts) {
        Endpoint endpoint = operation.endpoint();
        Map<String, Object> described = map(
                "operationId",
                operation.id(),
                "summary",
                texts.t("api.op." + operation.id()),
                "tags",
                List.of(operation.path().split("/")[3]));
        if (endpoint.open()) {
            described.put("security", List.of());
        } else {
            described.put(
                    "x-lumbung-scopes",
                    Arrays.stream(endpoint.needs()).map(Enum::name).toList());
        }
        List<Map<String, Object>> parameters = parameters(operation, schemas);
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        for (MethodParameter parameter : operation.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                described.put("requestBody", map("required", true, "content", taken(endpoint, parameter, schemas)));
            }
        }
        described.put("responses", responses(operation, schemas));
        return described;
    }

    private static Map<String, Object> taken(Endpoint endpoint, MethodParameter parameter, Schemas schemas) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String type : endpoint.takes()) {
            content.put(type, map());
        }
        if (content.isEmpty()) {
            content.put(JSON, map("schema", schemas.of(parameter.getGenericParameterType(), true)));
        }
        return content;
    }

    private static List<Map<String, Object>> parameters(Operation operation, Schemas schemas) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (MethodParameter parameter : operation.handler().getMethodParameters()) {
            String name = String.valueOf(parameter.getParameter().getName());
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(parameter(name, "path", true, schemas.of(parameter.getParameterType(), false)));
            } else if (asked != null) {
                boolean needed = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                Map<String, Object> schema = schemas.of(parameter.getParameterType(), false);
                if (name.equals("limit")) {
                    schema.putAll(map("minimum", 1, "maximum", Cursors.MOST));
                }
                parameters.add(parameter(name, "query", needed, schema));
            }
        }
        if (operation.method().equals("POST")) {
            parameters.add(parameter(
                    "Idempotency-Key", "header", true, map("type", "string", "minLength", 1, "maxLength", 100)));
        }
        if (operation.endpoint().edits()) {
            parameters.add(parameter("If-Match", "header", true, map("type", "string")));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, Object schema) {
        return map("name", name, "in", in, "required", required, "schema", schema);
    }

    private static Map<String, Object> responses(Operation operation, Schemas schemas) {
        Endpoint endpoint = operation.endpoint();
        Map<String, Object> responses = new TreeMap<>();
        responses.put(String.valueOf(endpoint.status()), success(operation, schemas));
        if (operation.method().equals("GET") && isTagged(operation)) {
            responses.put("304", map("description", "Not Modified"));
        }
        // a token that is none is refused everywhere, also where none is needed
        TreeSet<Integer> problems = new TreeSet<>(List.of(400, 401, 406, 429, 500, 503));
        if (!endpoint.open()) {
            problems.add(403);
        }
        if (operation.path().contains("{") || !endpoint.open()) {
            problems.addAll(List.of(404, 422));
        }
        if (operation.method().equals("POST")) {
            problems.addAll(List.of(409, 413, 415, 422));
        } else if (operation.changes()) {
            problems.addAll(List.of(413, 415, 422));
        }
        if (endpoint.edits()) {
            problems.addAll(List.of(412, 428));
        }
        for (int status : problems) {
            responses.put(
                    String.valueOf(status),
                    map(
                            "description",
                            HttpStatus.valueOf(status).getReasonPhrase(),
                            "content",
                            map(Problems.MEDIA_TYPE, map("schema", schemas.of(Problem.class, false)))));
        }
        return responses;
    }

    private static boolean isTagged(Operation operation) {
        return operation.path().contains("{") && operation.endpoint().gives().equals(JSON);
    }

    private static Map<String, Object> success(Operation operation, Schemas schemas) {
        Endpoint endpoint = operation.endpoint();
        Map<String, Object> success =
                map("description", HttpStatus.valueOf(endpoint.status()).getReasonPhrase());
        if (isTagged(operation) && operation.method().equals("GET")) {
            success.put("headers", map("ETag", map("schema", map("type", "string"))));
        }
        if (endpoint.status() != HttpStatus.NO_CONTENT.value()) {
            success.put(
                    "content",
                    map(
                            endpoint.gives(),
                            endpoint.gives().equals(JSON)
                                    ? map("schema", schemas.of(body(operation.handler()), false))
                                    : map()));
        }
        return success;
    }

    private static Type body(HandlerMethod handler) {
        Type type = handler.getMethod().getGenericReturnType();
        return type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }
}
