package id.lumbung.licensing.licence.life;

import id.lumbung.licensing.statement.SheetState;

/** The state of a licence. Whether its time has run out is not a state but a question of the day. */
public enum LicenceState {
    VALID,
    WARNED_1,
    WARNED_2,
    WARNED_3,
    REVOKED;

    /** Warnings that stand against the holder. */
    public int warnings() {
        return switch (this) {
            case VALID, REVOKED -> 0;
            case WARNED_1 -> 1;
            case WARNED_2 -> 2;
            case WARNED_3 -> 3;
        };
    }

    /** What the public status list says of the current sheet. */
    public SheetState sheetState() {
        return switch (this) {
            case VALID -> SheetState.VALID;
            case WARNED_1, WARNED_2, WARNED_3 -> SheetState.WARNED;
            case REVOKED -> SheetState.REVOKED;
        };
    }

    public String messageKey() {
        return switch (this) {
            case VALID -> "licence.state.valid";
            case WARNED_1 -> "licence.state.warned-1";
            case WARNED_2 -> "licence.state.warned-2";
            case WARNED_3 -> "licence.state.warned-3";
            case REVOKED -> "licence.state.revoked";
        };
    }

    /** How a badge shows it. */
    public String tone() {
        return switch (this) {
            case VALID -> "ok";
            case WARNED_1, WARNED_2, WARNED_3 -> "warn";
            case REVOKED -> "stop";
        };
    }
}
