package id.lumbung.platform;

import java.util.List;

/**
 * A rule says no. Carries the key of a sentence for the person at the screen; never personal data in its arguments.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final String messageKey;
    private final transient List<Object> arguments;

    public Refused(ProblemCode code, String messageKey, Object... arguments) {
        super(code.code());
        this.code = code;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public ProblemCode code() {
        return code;
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
