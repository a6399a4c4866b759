package id.lumbung.identity.signin;

import java.util.Optional;

/** Another place to sign in, to which the sign-in page leads. */
public interface OtherDoor {
    /** Its name as people know it; empty while it is not set up. */
    Optional<String> name();

    /** Path of this site with which the way there begins. */
    String path();

    /** Path of this site that leads to signing out over there, for somebody who has just signed out here. */
    String wayOut();
}
