package id.lumbung.linkage.standard;

/** What a list tells about a person's sex, by an honorific or by a NIK. */
public enum Sex {
    UNKNOWN,
    FEMALE,
    MALE
}
