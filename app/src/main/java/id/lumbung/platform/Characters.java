package id.lumbung.platform;

/** Which characters a person types. */
public final class Characters {
    private Characters() {}

    /**
     * False for NUL and other controls, halves of characters, code points that are none, and those that turn the direction
     * of writing or are not seen at all, with which a name can be made to read as another.
     */
    public static boolean isTyped(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean direction =
                c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c;
        boolean unseen = c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0xad;
        boolean nothing = c >= 0xfdd0 && c <= 0xfdef || (c & 0xfffe) == 0xfffe || c >= 0xd800 && c <= 0xdfff;
        return !(control || direction || unseen || nothing);
    }
}
