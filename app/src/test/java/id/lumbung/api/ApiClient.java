package id.lumbung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import id.lumbung.api.access.Tokens;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API that holds every answer against the OpenAPI document. */
@Component
@Lazy
public class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectProvider<MockMvc> web;
    private final Tokens tokens;
    private final Clock clock;
    private ApiDocument document;

    ApiClient(ObjectProvider<MockMvc> web, Tokens tokens, Clock clock) {
        this.web = web;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** An answer, already held against the document. */
    record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String etag() {
            return headers.get("ETag");
        }

        Answer is(int expected) {
            assertThat(status).as(text()).isEqualTo(expected);
            return this;
        }

        String code() {
            return json().get("code").asString();
        }
    }

    /** A token of this person with these permissions, all that the person has when none are named. */
    String token(Actor actor, Permission... permissions) {
        return CurrentActor.runAs(actor, () -> {
            Set<Permission> scopes =
                    permissions.length == 0 ? Tokens.grantable(actor) : Set.copyOf(Arrays.asList(permissions));
            return tokens.make(
                            "uji",
                            scopes.stream().map(Enum::name).collect(Collectors.toSet()),
                            LocalDate.now(clock).plusDays(30))
                    .text();
        });
    }

    synchronized ApiDocument document() {
        if (document == null) {
            document = new ApiDocument(send(request(HttpMethod.GET, URI.create("/api/v1/openapi.json")))
                    .text());
        }
        return document;
    }

    Answer get(String token, String path) {
        return call(token, "GET", path, null);
    }

    Answer post(String token, String path, Object body) {
        return call(token, "POST", path, body);
    }

    Answer call(String token, String method, String path, Object body, String... headers) {
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(method), URI.create(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean keyed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            keyed |= headers[i].equals("Idempotency-Key");
        }
        if (method.equals("POST") && !keyed) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (body instanceof byte[] bytes) {
            request.content(bytes);
        } else if (body != null) {
            request.contentType("application/json")
                    .content(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return checked(method, path, send(request));
    }

    Answer checked(String method, String path, Answer answer) {
        ApiDocument.Operation operation = document().find(method, path.replaceFirst("\\?.*", ""));
        List<String> problems = operation == null
                ? List.of()
                : document().check(operation, answer.status(), answer.type(), answer.body());
        assertThat(problems).as(method + " " + path + " " + answer.text()).isEmpty();
        return answer;
    }

    Answer send(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response =
                    web.getObject().perform(request).andReturn().getResponse();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.getHeaderNames().forEach(name -> headers.put(name, response.getHeader(name)));
            return new Answer(
                    response.getStatus(), response.getContentType(), response.getContentAsByteArray(), headers);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
