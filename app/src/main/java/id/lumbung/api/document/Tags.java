package id.lumbung.api.document;

import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.platform.Stale;
import id.lumbung.platform.document.DocumentStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Strong entity tags: the version of what is shown, and a hash of how it is shown. */
@Component
public class Tags {
    private final JsonMapper json;

    Tags(JsonMapper json) {
        this.json = json;
    }

    /** With its tag; Spring answers 304 when the caller has it already. */
    public <T> ResponseEntity<T> tagged(T body, int version) {
        return ResponseEntity.ok()
                .eTag(tag(body, version))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(body);
    }

    /** An answer about something else than the whole, with the tag of the whole as it is now. */
    public <T> ResponseEntity<T> answer(T body, Object whole, int version) {
        return ResponseEntity.ok().eTag(tag(whole, version)).body(body);
    }

    String tag(Object body, int version) {
        return "\"" + version + "-"
                + DocumentStore.sha256(json.writeValueAsBytes(body)).substring(0, 20) + "\"";
    }

    /** Stops unless the caller has read this very state. */
    public void requireMatch(HttpServletRequest request, Object current, int version) {
        String header = request.getHeader("If-Match");
        if (header == null || header.isBlank()) {
            throw new ApiRefusal(ApiProblem.IF_MATCH_MISSING);
        }
        String tag = tag(current, version);
        boolean matches = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(given -> given.equals("*") || given.equals(tag));
        if (!matches) {
            throw new Stale();
        }
    }
}
