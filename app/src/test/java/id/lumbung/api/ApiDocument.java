package id.lumbung.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document as a test reads it: which operation a request is, and whether an answer is what it promises. */
final class ApiDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    ApiDocument(String text) {
        this.document = JSON.readTree(text);
        this.operations = operations(document);
    }

    record Operation(String method, String path, JsonNode node) {
        String id() {
            return node.get("operationId").asString();
        }

        boolean open() {
            return node.has("security") && node.get("security").isEmpty();
        }

        List<JsonNode> parameters(String in) {
            List<JsonNode> found = new ArrayList<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.get("in").asString().equals(in)) {
                    found.add(parameter);
                }
            });
            return found;
        }
    }

    JsonNode root() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    /** The operation that a request is; an exact path before one with variables. */
    Operation find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(java.util.Comparator.comparingInt(operation ->
                        (int) operation.path().chars().filter(c -> c == '{').count()))
                .orElse(null);
    }

    /** What is wrong with an answer; empty when it is as promised. */
    List<String> check(Operation operation, int status, String contentType, byte[] body) {
        JsonNode response = operation.node().get("responses").get(String.valueOf(status));
        if (response == null) {
            return List.of("status " + status + " is not documented for " + operation.id());
        }
        if (!response.has("content")) {
            return body.length == 0 ? List.of() : List.of("a body where none is documented: " + operation.id());
        }
        String plain = contentType == null ? "" : contentType.replaceFirst(";.*", "");
        JsonNode content = response.get("content");
        JsonNode media = content.has(plain) ? content.get(plain) : content.get("*/*");
        if (media == null) {
            return List.of("content type " + contentType + " is not documented for " + operation.id() + " " + status);
        }
        JsonNode schema = media.get("schema");
        if (schema == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        for (Error error : schema(schema).validate(JSON.readTree(body))) {
            problems.add(operation.id() + " " + status + ": " + error);
        }
        return problems;
    }

    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), unknown -> {
            ObjectNode whole = (ObjectNode) moved(schema);
            whole.set("$defs", moved(document.get("components").get("schemas")));
            return registry.getSchema(whole);
        });
    }

    /** A schema on its own, whose references lead into itself. */
    private static JsonNode moved(JsonNode schema) {
        return JSON.readTree(schema.toString().replace("#/components/schemas/", "#/$defs/"));
    }
}
