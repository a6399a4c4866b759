package id.lumbung.reference;

/** Usaha mikro, kecil, menengah, besar; in rising order. */
public enum SizeClass {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE
}
