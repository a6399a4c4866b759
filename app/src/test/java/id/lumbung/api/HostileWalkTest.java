package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.lumbung.LumbungTest;
import id.lumbung.api.access.Tokens;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Walks over the OpenAPI document and sends to every operation what nobody should send. */
@LumbungTest
class HostileWalkTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x".repeat(3999),
            "x".repeat(50_000),
            "a\u0000b",
            "\u202egnp.exe",
            "\ud800",
            "\uffff",
            "'; drop table licensing.licence; --",
            "../../../../etc/passwd",
            "=cmd|' /C calc'!A0",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "%00%0d%0aSet-Cookie: a=b",
            "9".repeat(400),
            "-1",
            "NaN",
            "2026-13-45",
            "+999999999-12-31",
            "0198c0de-0000-7000-8000-000000000000");

    @Autowired
    private ApiClient api;

    @Autowired
    private TestActors actors;

    @Autowired
    private Tokens tokens;

    private final List<String> wrong = new ArrayList<>();
    private int sent;

    @Test
    void no_operation_fails_or_says_more_than_a_problem() {
        Actor everything = actors.with(
                "Serba Bisa",
                "Uji",
                NewGrant.of(Role.ADMINISTRATOR, "35.07"),
                NewGrant.of(Role.KECAMATAN_OFFICER, "35.07.13"),
                NewGrant.of(Role.CAMAT, "35.07.13"));
        String camat = api.token(everything);
        String licence =
                ApiJourneyTest.issued(api, actors, camat, "Sasaran Uji").replaceAll(".*/", "");
        JsonNode file = api.get(camat, "/api/v1/licences/" + licence).json().get("grant");
        Map<String, String> targets = Map.of(
                "licences", licence,
                "applications", file.get("application").asString(),
                "enterprises", file.get("enterprise").asString(),
                "accounts", actors.dinasOfficer().account().toString());

        for (ApiDocument.Operation operation : api.document().operations()) {
            String token = api.token(everything);
            walk(operation, token, targets);
            CurrentActor.runAs(everything, () -> tokens.own().forEach(own -> tokens.revoke(own.id())));
            assertThat(wrong).isEmpty();
        }

        System.out.printf(
                "hostile walk: %d requests to %d operations%n",
                sent, api.document().operations().size());
        assertThat(sent).isGreaterThan(1500);
    }

    private void walk(ApiDocument.Operation operation, String token, Map<String, String> targets) {
        String path = path(operation, targets);
        ObjectNode body = body(operation);
        for (String text : TEXTS) {
            for (JsonNode parameter : operation.parameters("path")) {
                String hostile =
                        operation.path().replace("{" + parameter.get("name").asString() + "}", encoded(text));
                send(operation, token, filled(hostile, targets), body, "application/json");
            }
            for (JsonNode parameter : operation.parameters("query")) {
                send(
                        operation,
                        token,
                        path + "?" + parameter.get("name").asString() + "=" + encoded(text),
                        body,
                        "application/json");
            }
        }
        send(operation, token, path + "?tidakDikenal=1", body, "application/json");
        if (operation.node().has("requestBody")) {
            bodies(operation, token, path, body);
        }
        for (String header : List.of("", "*", "\"x\"", "W/\"1\"", "x".repeat(5000))) {
            MockHttpServletRequestBuilder hostile = base(operation, token, path);
            hostile.header("If-Match", header).header("If-None-Match", header);
            check(operation, path, hostile.contentType("application/json").content(body.toString()));
        }
        check(operation, path, base(operation, token, path).header("Accept", "image/webp"));
        check(operation, path, base(operation, token, path).header("Accept-Language", "x".repeat(300)));
    }

    private void bodies(ApiDocument.Operation operation, String token, String path, ObjectNode body) {
        for (String name : List.copyOf(body.propertyNames())) {
            for (String text : TEXTS) {
                send(operation, token, path, with(body, name, JsonNodeFactory.instance.stringNode(text)), null);
            }
            for (String value : List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[1]]",
                    "{\"a\":{\"b\":[null]}}",
                    "1e999",
                    "-0.5",
                    "9".repeat(30),
                    "{\"ownerName\":[\"\\u0000\"]}",
                    "{\"ownerName\":[null]}",
                    "{\"ownerName\":null}")) {
                send(
                        operation,
                        token,
                        path,
                        body.toString().replaceFirst("(\"" + name + "\":)(\"[^\"]*\"|[^,}]*|\\{[^}]*})", "$1" + value),
                        null);
            }
        }
        for (String raw : List.of(
                "",
                "null",
                "[]",
                "\"\"",
                "{",
                "{\"a\":1,\"a\":2}",
                "[".repeat(20_000),
                "{\"a\":".repeat(5_000),
                "{} {}",
                "\ufeff{}",
                body.toString().replaceFirst("\\{", "{\"tidakDikenal\":1,"))) {
            send(operation, token, path, raw, null);
        }
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "image/jpeg",
                "application/json; charset=utf-7")) {
            send(operation, token, path, body.toString(), type);
        }
    }

    private static ObjectNode with(ObjectNode body, String name, JsonNode value) {
        ObjectNode changed = body.deepCopy();
        changed.set(name, value);
        return changed;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? " " : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static String path(ApiDocument.Operation operation, Map<String, String> targets) {
        return filled(operation.path(), targets);
    }

    private static String filled(String path, Map<String, String> targets) {
        String group = path.split("/")[3];
        return path.replaceFirst(
                        "\\{id}", targets.getOrDefault(group, UUID.randomUUID().toString()))
                .replace("{action}", "verify")
                .replace("{kind}", "KTP")
                .replace("{seq}", "1")
                .replace("{version}", "2025")
                .replace("{code}", "35.07.13")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /** A body in which everything stands. */
    private ObjectNode body(ApiDocument.Operation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema/$ref");
        ObjectNode body = JSON.createObjectNode();
        if (schema.isString()) {
            JsonNode named = api.document().root().at(schema.asString().substring(1));
            named.get("properties").properties().forEach(property -> {
                String text = property.getValue().toString();
                if (text.contains("\"array\"") && !text.contains("object")) {
                    body.putArray(property.getKey()).add("x");
                } else if (text.contains("\"object\"") || text.contains("$ref")) {
                    body.putObject(property.getKey());
                } else if (text.contains("integer")) {
                    body.put(property.getKey(), 1);
                } else if (text.contains("boolean")) {
                    body.put(property.getKey(), false);
                } else if (text.contains("\"date\"")) {
                    body.put(property.getKey(), "2026-01-01");
                } else {
                    body.put(property.getKey(), "x");
                }
            });
        }
        return body;
    }

    private static MockHttpServletRequestBuilder base(ApiDocument.Operation operation, String token, String path) {
        return request(HttpMethod.valueOf(operation.method()), URI.create(path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private void send(ApiDocument.Operation operation, String token, String path, Object body, String type) {
        MockHttpServletRequestBuilder hostile = base(operation, token, path);
        if (!operation.parameters("header").isEmpty()) {
            hostile.header("If-Match", "*");
        }
        if (operation.node().has("requestBody")) {
            hostile.contentType(type == null ? "application/json" : type)
                    .content(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        check(operation, path, hostile);
    }

    private void check(ApiDocument.Operation operation, String path, MockHttpServletRequestBuilder hostile) {
        sent++;
        ApiClient.Answer answer;
        try {
            answer = api.send(hostile);
        } catch (IllegalStateException | IllegalArgumentException failed) {
            // the firewall in front refuses the address itself
            if (!String.valueOf(failed.getCause()).contains("RequestRejected")) {
                wrong.add(operation.id() + " " + path + ": " + failed + " " + failed.getCause());
            }
            return;
        }
        String text = answer.text();
        if (answer.status() >= 500) {
            wrong.add(operation.id() + " " + path + ": " + answer.status() + " " + text);
        }
        if (answer.status() >= 400) {
            boolean problem = answer.type() != null && answer.type().startsWith("application/problem+json");
            if (!problem || text.contains("Exception") || text.contains("\tat ") || text.contains("id.lumbung")) {
                wrong.add(operation.id() + " " + path + ": " + answer.status() + " " + answer.type() + " " + text);
            }
        }
        ApiDocument.Operation reached = api.document().find(operation.method(), path.replaceFirst("\\?.*", ""));
        if (reached != null && answer.status() != 404 && answer.status() != 405) {
            wrong.addAll(api.document().check(reached, answer.status(), answer.type(), answer.body()));
        }
        if (wrong.size() > 5) {
            assertThat(wrong).isEmpty();
        }
    }
}
