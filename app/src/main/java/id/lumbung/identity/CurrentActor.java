package id.lumbung.identity;

import id.lumbung.platform.Sight;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;

/** Who acts on this thread: the signed-in person of the request, or whoever {@link #runAs} names. */
@Component
public class CurrentActor {
    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    public Optional<Actor> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    public Actor require() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    /** Runs on behalf of a person, with the sight this person has; for the request filter, jobs and the demo. */
    public static <T extends @Nullable Object> T runAs(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return Sight.within(actor.account(), actor.territories(), work);
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** As {@link #runAs(Actor, Supplier)} for work without a result. */
    public static void runAs(Actor actor, Runnable work) {
        CurrentActor.<@Nullable Void>runAs(actor, () -> {
            work.run();
            return null;
        });
    }
}
