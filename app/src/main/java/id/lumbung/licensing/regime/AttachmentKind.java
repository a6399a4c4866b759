package id.lumbung.licensing.regime;

/**
 * A paper that belongs to an application.
 *
 * @param code such as {@code KTP}
 * @param imageOnly a picture and not a PDF
 */
public record AttachmentKind(String code, Words name, Words hint, boolean required, boolean imageOnly) {
    /** The picture of the holder that is printed on the licence. */
    public static final String PHOTO = "FOTO";
}
