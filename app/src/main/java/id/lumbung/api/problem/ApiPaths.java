package id.lumbung.api.problem;

/** Which addresses programs call, and which people read. */
public final class ApiPaths {
    public static final String ROOT = "/api/v1";

    private ApiPaths() {}

    /** Everything under {@code /api/} but the pages that explain it. */
    public static boolean isCall(String path) {
        return path.startsWith("/api/") && !path.startsWith("/api/masalah/");
    }
}
