package id.lumbung.licensing.application.page;

import java.util.List;

/** Two people have changed the same draft: both values of every field that differs. */
public record ConflictPage(
        String path, String receipt, String id, int version, String other, String at, List<Line> lines) {
    public record Line(String field, String label, String mine, String theirs) {}
}
