package id.lumbung.reference;

/**
 * A region of the national code list (Kepmendagri 300.2.2-2430/2025).
 *
 * @param code dotted Kemendagri code, {@code 35.07.13.1007}
 * @param kind Provinsi, Kabupaten, Kota, Kecamatan, Kelurahan (1xxx) or Desa (2xxx)
 */
public record Region(String code, String name, RegionLevel level, String kind) {

    /** The code one level up, empty for a province. */
    public String parentCode() {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    /** "Kelurahan Kepanjen", "Desa Mangunrejo"; regencies carry their kind in the name already. */
    public String fullName() {
        return level == RegionLevel.REGENCY || level == RegionLevel.PROVINCE ? name : kind + " " + name;
    }
}
