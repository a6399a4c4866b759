package id.lumbung.reference;

/** The four levels of the Kemendagri code: 35, 35.07, 35.07.13, 35.07.13.1007. */
public enum RegionLevel {
    PROVINCE,
    REGENCY,
    KECAMATAN,
    VILLAGE;

    /** The level a code of this many dots stands for. */
    public static RegionLevel ofCode(String code) {
        int dots = (int) code.chars().filter(c -> c == '.').count();
        if (dots >= values().length) {
            throw new IllegalArgumentException("not a region code: " + code);
        }
        return values()[dots];
    }
}
