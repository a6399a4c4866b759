package id.lumbung.linkage.engine;

import id.lumbung.linkage.engine.umkm.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known before the lists are looked at.
 *
 * @param learned of earlier runs; null when nothing is
 * @param reference how common things are elsewhere
 * @param learning whether the lists at hand add to it
 */
public record Knowledge(@Nullable Learned learned, Reference reference, boolean learning) {

    private static final double FORMAT = 1;

    /** Nothing: all is learned from the lists at hand. */
    public static final Knowledge NONE = new Knowledge(null, Reference.NONE, true);

    /** What comes with the engine, read when it is first asked for. */
    private static final class BuiltIn {
        static final Knowledge KNOWN = read();

        private static Knowledge read() {
            try (InputStream in = Knowledge.class.getResourceAsStream("weights.json")) {
                if (in == null) throw new IllegalStateException("weights.json is missing");
                return fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    public Knowledge {
        if (learned == null && !learning) throw new IllegalArgumentException("Without weights, the lists must teach");
    }

    public static Knowledge builtIn() {
        return BuiltIn.KNOWN;
    }

    public Knowledge learning(boolean fromLists) {
        return new Knowledge(learned, reference, fromLists);
    }

    /** Without what is only of one regency: villages, telephone numbers, the lists' names. */
    public Knowledge elsewhere() {
        Learned known = learned;
        return new Knowledge(
                known == null
                        ? null
                        : new Learned(known.pairs(), known.classes(), known.share(), known.tables(), Map.of()),
                reference.elsewhere(),
                learning);
    }

    public String toJson() {
        Learned known = learned;
        if (known == null) throw new IllegalStateException("Nothing was learned");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("learned", known.toMap());
        map.put("reference", reference.toMap());
        return Json.write(map);
    }

    /** Reads what {@link #toJson} writes. */
    public static Knowledge fromJson(String json) {
        Map<String, Object> map = Json.object(Json.read(json));
        if (Json.number(Json.member(map, "format")) != FORMAT)
            throw new IllegalArgumentException("Weights of another version of the engine");
        return new Knowledge(
                Learned.of(Json.object(Json.member(map, "learned"))),
                Reference.of(Json.object(Json.member(map, "reference"))),
                true);
    }

    /** The mixture with what is known in it, and what the pairs at hand add if they do. */
    Mixture apply(Mixture mixture, Model model, Pairs pairs, Workers workers) {
        if (learned != null && !learning) {
            mixture.take(learned, model.sources());
            return mixture;
        }
        if (learned != null) mixture.remember(learned);
        mixture.start(model, pairs, workers);
        mixture.estimate(pairs, 100, workers);
        return mixture;
    }
}
