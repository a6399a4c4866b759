package id.lumbung.registry.origin;

/** A fact of an enterprise of which sources may say different things. */
public enum KnownFact {
    BUSINESS_NAME(true),
    OWNER_NAME(false),
    PLACE(true),
    ACTIVITY(true),
    LEGAL_FORM(true),
    PREMISES(true),
    FOUNDED_ON(true),
    PHONE(false),
    EMAIL(false),
    TURNOVER(false),
    WORKERS(false),
    OTHER(false);

    private final boolean onlyOne;

    KnownFact(boolean onlyOne) {
        this.onlyOne = onlyOne;
    }

    /** Whether one value counts and outweighs the others; owners and telephones stand beside each other. */
    public boolean onlyOne() {
        return onlyOne;
    }

    public String messageKey() {
        return "registry.fact." + name();
    }
}
