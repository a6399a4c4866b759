package id.lumbung.intake.desk;

/** Where a list stands. */
public enum ListState {
    /** Its columns wait for a person, or for a trial. */
    SHAPED,
    /** A recap, or nothing that can be read as a list. The end. */
    NOT_A_LIST,
    /** Tried out: it is known what would come in. */
    CHECKED,
    /** In. */
    ENTERED,
    /** Taken out again. The file stays. */
    UNDONE;

    public String messageKey() {
        return "intake.state." + name();
    }

    public String tone() {
        return switch (this) {
            case SHAPED, CHECKED -> "wait";
            case ENTERED -> "ok";
            case NOT_A_LIST -> "stop";
            case UNDONE -> "";
        };
    }
}
