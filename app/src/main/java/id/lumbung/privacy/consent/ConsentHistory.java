package id.lumbung.privacy.consent;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which of the statements of a person counts: the one said last. A paper signed on Monday that is typed on Friday does not
 * undo what she said on Wednesday. Of two on the same day it is the one written down later.
 */
public final class ConsentHistory {
    private static final Comparator<Statement> LATER = Comparator.comparing(Statement::saidOn)
            .thenComparing(Statement::recordedAt)
            .thenComparing(statement -> statement.id().toString());

    private ConsentHistory() {}

    public static Optional<Statement> counting(Collection<Statement> statements, String purpose) {
        return statements.stream()
                .filter(statement -> statement.purpose().equals(purpose))
                .max(LATER);
    }

    /** Without a statement there is no consent. */
    public static boolean allows(Collection<Statement> statements, Purpose purpose) {
        return !purpose.needsConsent()
                || counting(statements, purpose.code()).filter(Statement::given).isPresent();
    }
}
