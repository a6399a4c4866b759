package id.lumbung.intake.value;

/**
 * Where a row says that the business is.
 *
 * @param code of the village, or of the kecamatan when no village is known; empty when neither is
 * @param elsewhere name of the other regency that it is in, or empty
 */
public record Place(String code, Doubt doubt, String elsewhere) {
    /** What could not be made out. */
    public enum Doubt {
        NONE,
        MISSING,
        KECAMATAN_UNKNOWN,
        /** A kecamatan of another regency in a list, or a row, that does not say so. */
        OTHER_REGENCY,
        /** The row says itself that it is in another regency. */
        ELSEWHERE,
        VILLAGE_UNKNOWN,
        VILLAGE_AMBIGUOUS
    }

    static Place of(String code) {
        return new Place(code, Doubt.NONE, "");
    }
}
