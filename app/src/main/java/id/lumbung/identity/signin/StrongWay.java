package id.lumbung.identity.signin;

import java.util.UUID;

/** A way in that shows two factors at once, such as a passkey that asks for a finger. */
public interface StrongWay {
    /** Whether this person has set it up. */
    boolean isSet(UUID account);
}
