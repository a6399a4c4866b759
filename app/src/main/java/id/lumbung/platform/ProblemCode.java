package id.lumbung.platform;

/** A stable code for a rule that said no. Each module has one enum; codes are never renumbered or used again. */
public interface ProblemCode {
    String name();

    /** The code as it stands in an answer, such as {@code enterprise-already-closed}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
