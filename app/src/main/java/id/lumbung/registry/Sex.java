package id.lumbung.registry;

/** As a KTP states it. */
public enum Sex {
    MALE,
    FEMALE;

    public String messageKey() {
        return "registry.sex." + name();
    }
}
