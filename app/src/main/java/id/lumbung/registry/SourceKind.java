package id.lumbung.registry;

/**
 * Where a record came from, weakest first. The strength is the precedence by which shown facts are derived: a fact that an
 * official checked against documents outweighs one that was only told.
 */
public enum SourceKind {
    /** A spreadsheet of unknown care. */
    LIST(1),
    /** A census or survey. */
    CENSUS(2),
    /** The entrepreneur's own report. */
    OWN_REPORT(3),
    /** An officer's visit. */
    FIELD_VISIT(4),
    /** A licence application, entered with KTP and KK at the counter. */
    APPLICATION(5);

    private final int strength;

    SourceKind(int strength) {
        this.strength = strength;
    }

    public int strength() {
        return strength;
    }

    public String messageKey() {
        return "registry.source." + name();
    }
}
