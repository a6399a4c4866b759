package id.lumbung.registry;

/**
 * What is odd about a NIK that has the right form. A NIK is never changed when its holder moves or a birth date is
 * corrected (PP 40/2019 pasal 30), so none of these is an error; the strong ones almost always mean a typing slip.
 */
public enum NikWarning {
    PROVINCE_IMPOSSIBLE(true),
    DAY_IMPOSSIBLE(true),
    MONTH_IMPOSSIBLE(true),
    SERIAL_ZERO(true),
    REGION_UNKNOWN(false),
    DATE_DOES_NOT_EXIST(false),
    UNDER_AGE(false),
    SEX_DISAGREES(false),
    BIRTH_DATE_DISAGREES(false);

    private final boolean strong;

    NikWarning(boolean strong) {
        this.strong = strong;
    }

    public boolean strong() {
        return strong;
    }

    public String messageKey() {
        return "registry.nik.warning." + name();
    }
}
