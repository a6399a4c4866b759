package id.lumbung.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current thread may see: region-code prefixes such as {@code 35.07.13}. Every transaction hands it to
 * PostgreSQL, whose row-level security shows only rows inside it. Without a sight nothing is visible.
 *
 * @param actor the account on whose behalf, or null for the system and the public
 * @param patterns LIKE patterns over region codes
 * @param why why the system looks, or the empty string for a person
 */
public record Sight(@Nullable UUID actor, Set<String> patterns, String why) {
    private static final Pattern TERRITORY = Pattern.compile("\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?");
    private static final Sight NOTHING = new Sight(null, Set.of(), "");
    private static final ThreadLocal<Sight> CURRENT = ThreadLocal.withInitial(() -> NOTHING);

    public Sight {
        patterns = Set.copyOf(patterns);
    }

    public static Sight current() {
        return CURRENT.get();
    }

    /** Runs with the sight of a person. Territories are region codes; anything else is refused. */
    public static <T extends @Nullable Object> T within(UUID actor, Set<String> territories, Supplier<T> work) {
        for (String territory : territories) {
            if (!TERRITORY.matcher(territory).matches()) {
                throw new IllegalArgumentException("not a region code: " + territory);
            }
        }
        Set<String> patterns = territories.stream().map(code -> code + "%").collect(Collectors.toUnmodifiableSet());
        return with(new Sight(actor, patterns, ""), work);
    }

    /** Runs with the sight of the whole, on behalf of the current actor if there is one; say why. */
    public static <T extends @Nullable Object> T system(String why, Supplier<T> work) {
        return with(new Sight(current().actor(), Set.of("%"), why), work);
    }

    /** As {@link #system(String, Supplier)} for work without a result. */
    public static void system(String why, Runnable work) {
        Sight.<@Nullable Void>system(why, () -> {
            work.run();
            return null;
        });
    }

    private static <T extends @Nullable Object> T with(Sight sight, Supplier<T> work) {
        Sight before = CURRENT.get();
        if (sight.equals(before)) {
            return work.get();
        }
        CURRENT.set(sight);
        try {
            handToRunningTransaction(sight);
            return work.get();
        } finally {
            CURRENT.set(before);
            handBack(before);
        }
    }

    public String territorySetting() {
        return String.join(",", patterns);
    }

    public void handTo(java.sql.Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('lumbung.territory', ?, true), set_config('lumbung.actor', ?, true),"
                        + " set_config('lumbung.address', ?, true), set_config('lumbung.session', ?, true),"
                        + " set_config('lumbung.door', ?, true)")) {
            Origin origin = Origin.current();
            statement.setString(1, territorySetting());
            statement.setString(2, actor == null ? "" : actor.toString());
            statement.setString(3, origin.address());
            statement.setString(4, origin.session());
            statement.setString(5, origin.door().isEmpty() ? why : origin.door());
            statement.execute();
        }
    }

    private static void handToRunningTransaction(Sight sight) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        for (Object resource :
                TransactionSynchronizationManager.getResourceMap().values()) {
            if (resource instanceof ConnectionHolder holder) {
                try {
                    sight.handTo(holder.getConnection());
                } catch (SQLException problem) {
                    throw new SQLStateSQLExceptionTranslator().translate("sight", null, problem);
                }
            }
        }
    }

    /** After a failed statement PostgreSQL refuses everything until rollback; the sight ends with the transaction then. */
    private static void handBack(Sight before) {
        try {
            handToRunningTransaction(before);
        } catch (RuntimeException aborted) {
            TransactionSynchronizationManager.getResourceMap().values().stream()
                    .filter(ConnectionHolder.class::isInstance)
                    .map(ConnectionHolder.class::cast)
                    .forEach(ConnectionHolder::setRollbackOnly);
        }
    }
}
