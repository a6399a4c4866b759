package id.lumbung.api.problem;

import id.lumbung.platform.FieldProblem;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Outage;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Stale;
import id.lumbung.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong into one form, in the language that the caller asks for; never with a stack trace. */
@Component
public class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String PAGE = "/api/masalah/";

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** Indonesian, unless the caller prefers English. */
    public Texts texts(HttpServletRequest request) {
        Locale asked = request.getHeader("Accept-Language") == null
                ? Texts.INDONESIAN
                : Collections.list(request.getLocales()).stream()
                        .filter(locale -> locale.getLanguage().equals("en")
                                || locale.getLanguage().equals("id"))
                        .findFirst()
                        .orElse(Texts.INDONESIAN);
        return new Texts(messages, asked);
    }

    public Problem of(ApiProblem problem, List<Problem.Error> errors, Texts texts) {
        String key = "api.problem." + problem.code();
        return new Problem(
                PAGE + problem.code(),
                texts.t(key + ".title"),
                problem.status().value(),
                texts.t(key + ".detail"),
                problem.code(),
                errors);
    }

    /** What an exception says to the caller. */
    Problem of(Exception exception, HttpServletRequest request) {
        Texts texts = texts(request);
        return switch (exception) {
            case ApiRefusal refusal -> of(refusal.problem(), errors(refusal, texts), texts);
            case Refused refused -> refused(refused, texts);
            case Invalid invalid ->
                of(
                        ApiProblem.NOT_VALID,
                        invalid.problems().stream()
                                .map(problem -> error(problem, texts))
                                .toList(),
                        texts);
            case Stale ignored -> of(ApiProblem.CHANGED_MEANWHILE, List.of(), texts);
            case AccessDeniedException ignored -> of(ApiProblem.NOT_ALLOWED, List.of(), texts);
            case AuthenticationException ignored -> of(ApiProblem.TOKEN_MISSING, List.of(), texts);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, texts);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch, texts);
            case MaxUploadSizeExceededException ignored -> of(ApiProblem.TOO_LARGE, List.of(), texts);
            case ErrorResponse response -> of(byStatus(response.getStatusCode()), List.of(), texts);
            default -> other(exception, request, texts);
        };
    }

    private Problem other(Exception exception, HttpServletRequest request, Texts texts) {
        Optional<Outage> outage = Outage.of(exception);
        if (outage.isPresent()) {
            outage.get().tell(LOG, exception);
            return of(of(outage.get()), List.of(), texts);
        }
        ResponseStatus annotated =
                AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), ResponseStatus.class);
        if (annotated != null) {
            return of(byStatus(annotated.code()), List.of(), texts);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        return of(ApiProblem.FAILED, List.of(), texts);
    }

    private static ApiProblem of(Outage outage) {
        return switch (outage) {
            case NO_ROOM -> ApiProblem.NO_ROOM;
            case DATABASE_AWAY -> ApiProblem.UNAVAILABLE;
            case DOCUMENTS_AWAY -> ApiProblem.DOCUMENTS_AWAY;
        };
    }

    public static ApiProblem byStatus(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        if (status == null) {
            return code.is4xxClientError() ? ApiProblem.BAD_REQUEST : ApiProblem.FAILED;
        }
        return switch (status) {
            case UNAUTHORIZED -> ApiProblem.TOKEN_MISSING;
            case FORBIDDEN -> ApiProblem.NOT_ALLOWED;
            case NOT_FOUND -> ApiProblem.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> ApiProblem.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> ApiProblem.NOT_ACCEPTABLE;
            case PRECONDITION_FAILED -> ApiProblem.CHANGED_MEANWHILE;
            case CONTENT_TOO_LARGE -> ApiProblem.TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ApiProblem.MEDIA_TYPE_NOT_SUPPORTED;
            case UNPROCESSABLE_CONTENT -> ApiProblem.NOT_VALID;
            case TOO_MANY_REQUESTS -> ApiProblem.TOO_MANY_REQUESTS;
            case SERVICE_UNAVAILABLE -> ApiProblem.UNAVAILABLE;
            case INSUFFICIENT_STORAGE -> ApiProblem.NO_ROOM;
            default -> status.is4xxClientError() ? ApiProblem.BAD_REQUEST : ApiProblem.FAILED;
        };
    }

    /** The sentence of the rule; what does not exist, or not in sight, is 404. */
    private Problem refused(Refused refused, Texts texts) {
        String code = refused.code().code();
        if (code.endsWith("-not-found") || code.endsWith("-unknown") && code.startsWith("enterprise")) {
            return of(ApiProblem.NOT_FOUND, List.of(), texts);
        }
        return new Problem(
                PAGE + code,
                texts.t("api.problem.refused.title"),
                ApiProblem.REFUSED.status().value(),
                texts.t(refused),
                code,
                List.of());
    }

    private static List<Problem.Error> errors(ApiRefusal refusal, Texts texts) {
        String field = refusal.field();
        return field == null
                ? List.of()
                : List.of(new Problem.Error(
                        field,
                        refusal.problem().code(),
                        texts.t("api.problem." + refusal.problem().code() + ".detail")));
    }

    private static Problem.Error error(FieldProblem problem, Texts texts) {
        return new Problem.Error(problem.field(), problem.messageKey(), texts.t(problem));
    }

    private Problem unreadable(HttpMessageNotReadableException unreadable, Texts texts) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof DatabindException bound && !bound.getPath().isEmpty()) {
            String key = cause instanceof UnrecognizedPropertyException ? "api.field.unknown" : "api.field.type";
            return of(ApiProblem.BODY_UNREADABLE, List.of(new Problem.Error(path(bound), key, texts.t(key))), texts);
        }
        return of(ApiProblem.BODY_UNREADABLE, List.of(), texts);
    }

    /** Names of fields as the caller sent them are told back only when they look like names. */
    private static String path(DatabindException bound) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : bound.getPath()) {
            String name = reference.getPropertyName();
            if (name != null) {
                boolean plain = name.matches("[A-Za-z][A-Za-z0-9]{0,39}");
                path.append(path.isEmpty() ? "" : ".").append(plain ? name : "?");
            }
        }
        return path.toString();
    }

    private Problem mismatch(MethodArgumentTypeMismatchException mismatch, Texts texts) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return of(ApiProblem.NOT_FOUND, List.of(), texts);
        }
        return of(
                ApiProblem.BAD_REQUEST,
                List.of(new Problem.Error(mismatch.getName(), "api.field.type", texts.t("api.field.type"))),
                texts);
    }

    public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(of(problem, List.of(), texts(request)), response);
    }

    public void write(ApiRefusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(of(refusal, request), response);
    }

    /** What nothing else has answered. */
    public void write(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(of(exception, request), response);
    }

    void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            response.setHeader("Retry-After", "60");
        }
        for (Outage outage : Outage.values()) {
            if (of(outage).code().equals(problem.code())) {
                response.setHeader("Retry-After", String.valueOf(outage.retryAfterSeconds()));
            }
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
