package id.lumbung.licensing.statement;

/** What the public status list says of one sheet, in two bits; the order is part of the format. */
public enum SheetState {
    VALID,
    REVOKED,
    SUPERSEDED,
    WARNED;

    int bits() {
        return ordinal();
    }
}
