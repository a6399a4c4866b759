package id.lumbung.licensing.statement.page;

import id.lumbung.platform.FieldProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signing keys, the newest first, and the form that retires the one in use. */
public record KeysPage(List<Key> keys, FieldProblems problems) {
    public record Key(String kid, String madeAt, @Nullable String retiredAt) {}
}
