package id.lumbung.api.document.page;

import java.util.List;

/** The API explained to a person. */
public record ApiPage(String root, List<Group> groups) {
    /** Endpoints about one kind of thing. */
    public record Group(String name, List<Line> lines) {}

    /** One endpoint. */
    public record Line(String method, String path, String what, boolean open) {}
}
