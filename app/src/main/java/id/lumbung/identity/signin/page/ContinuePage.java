package id.lumbung.identity.signin.page;

import java.util.List;
import java.util.Map;

/** A form that waited while its sender showed a factor again. */
public record ContinuePage(String path, Map<String, List<String>> fields) {}
