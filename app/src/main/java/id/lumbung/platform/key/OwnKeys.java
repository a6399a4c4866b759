package id.lumbung.platform.key;

/** Keys that a module keeps itself and renews when asked, such as those that sign. */
public interface OwnKeys {
    /** Puts a new key in the place of the one in use; says what was done, without a secret. */
    String renew();
}
