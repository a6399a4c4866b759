package id.lumbung.registry;

/** Why an owner's NIK is not known. A missing NIK is recorded as missing, with the reason, and never replaced. */
public enum NikUnknownReason {
    CARD_LOST,
    NOT_YET_RECORDED,
    FOREIGNER,
    REFUSES,
    FORM_INVALID,
    OTHER;

    public String messageKey() {
        return "registry.nik-unknown." + name();
    }
}
