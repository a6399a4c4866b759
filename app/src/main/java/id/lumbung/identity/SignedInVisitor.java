package id.lumbung.identity;

import id.lumbung.platform.page.Visitor;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells pages who is looking and which doors to show. */
@Component
class SignedInVisitor implements Visitor {
    private final CurrentActor currentActor;

    SignedInVisitor(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Optional<String> name() {
        return currentActor.find().map(Actor::name);
    }

    @Override
    public boolean may(String permission) {
        Permission asked = Arrays.stream(Permission.values())
                .filter(known -> known.name().equals(permission))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such permission: " + permission));
        return currentActor.find().map(actor -> actor.mayAnywhere(asked)).orElse(false);
    }
}
