package id.lumbung.api.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request, apart from what a rule of the office refuses. Codes are never used again. */
public enum ApiProblem {
    TOKEN_MISSING(HttpStatus.UNAUTHORIZED),
    TOKEN_NOT_VALID(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    SCOPE_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    BODY_UNREADABLE(HttpStatus.BAD_REQUEST),
    CURSOR_NOT_VALID(HttpStatus.BAD_REQUEST),
    KEY_MISSING(HttpStatus.BAD_REQUEST),
    KEY_IN_USE(HttpStatus.CONFLICT),
    KEY_USED_OTHERWISE(HttpStatus.UNPROCESSABLE_CONTENT),
    CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED),
    IF_MATCH_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA_TYPE_NOT_SUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NOT_VALID(HttpStatus.UNPROCESSABLE_CONTENT),
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    DOCUMENTS_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    NO_ROOM(HttpStatus.INSUFFICIENT_STORAGE);

    private final HttpStatus status;

    ApiProblem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As it stands in an answer, such as {@code token-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ApiProblem> find(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }
}
