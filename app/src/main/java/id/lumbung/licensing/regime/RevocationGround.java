package id.lumbung.licensing.regime;

/**
 * A ground for which a licence may be revoked.
 *
 * @param warnings how many written warnings must have been given before
 */
public record RevocationGround(String code, Words name, int warnings) {}
