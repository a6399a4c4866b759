package id.lumbung.linkage;

import id.lumbung.linkage.engine.Knowledge;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was learned on some lists, to be used on others: how the same and strangers answer each comparison, and how common names, business
 * names and activities are. Nothing stands in it that fewer than five records share; telephone numbers that many give stand as hashes,
 * which hide no number from one who tries them all. For lists in Lumbung's layout.
 */
public final class LinkageWeights implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient Knowledge knowledge;

    LinkageWeights(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    private static final class BuiltIn {
        static final LinkageWeights WEIGHTS = new LinkageWeights(Knowledge.builtIn());
    }

    /** Those that come with the engine, learned on made-up lists of a made-up regency. */
    public static LinkageWeights builtIn() {
        return BuiltIn.WEIGHTS;
    }

    /** On how many records it is known how common things are. */
    public long records() {
        return Math.round(knowledge.reference().records());
    }

    /** Without what is only of one regency: villages, telephone numbers, the lists' names. */
    public LinkageWeights forOtherRegencies() {
        return new LinkageWeights(knowledge.elsewhere());
    }

    public String toJson() {
        return knowledge.toJson();
    }

    /** Reads what {@link #toJson} writes. */
    public static LinkageWeights fromJson(String json) {
        return new LinkageWeights(Knowledge.fromJson(json));
    }

    Knowledge knowledge(Learning learning) {
        return switch (learning) {
            case BLENDED -> knowledge.learning(true);
            case FROM_LISTS -> Knowledge.NONE;
            case FROM_WEIGHTS -> knowledge.learning(false);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || other instanceof LinkageWeights weights && weights.toJson().equals(toJson());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(records());
    }

    private Object writeReplace() {
        return new Written(toJson());
    }

    private record Written(String json) implements Serializable {
        private Object readResolve() {
            return fromJson(json);
        }
    }
}
