package id.lumbung.platform.page;

import java.util.Optional;

/** Who is looking at the page, as far as a page needs to know; the identity module answers. */
public interface Visitor {
    /** The name to show, when somebody is signed in. */
    Optional<String> name();

    /** Whether a permission of this name is held somewhere; only decides what is shown, never what is allowed. */
    boolean may(String permission);
}
