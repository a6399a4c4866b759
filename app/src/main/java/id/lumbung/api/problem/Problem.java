package id.lumbung.api.problem;

import java.util.List;

/**
 * What went wrong (RFC 9457).
 *
 * @param type address of a page that explains it
 * @param code stable, for programs
 * @param errors what is wrong field by field; empty when it is about no field
 */
public record Problem(String type, String title, int status, String detail, String code, List<Error> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /** What is wrong with one field. */
    public record Error(String field, String code, String sentence) {}
}
