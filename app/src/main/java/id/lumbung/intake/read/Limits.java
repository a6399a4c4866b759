package id.lumbung.intake.read;

import id.lumbung.intake.IntakeProblem;
import id.lumbung.platform.Refused;

/** How much a file may ask of us before it is refused. A list of a whole province stays far below all of them. */
public final class Limits {
    /** A questionnaire of 300 items fits. */
    public static final int MOST_COLUMNS = 512;

    public static final long MOST_ROWS = 5_000_000;
    /** One file, as it is sent. */
    public static final long MOST_BYTES = 512L << 20;

    /** One record of a text; more means a quotation mark that was never closed. */
    static final int MOST_CHARACTERS_OF_RECORD = 1 << 20;

    static final int MOST_SHEETS = 200;
    static final int MOST_ENTRIES = 2_000;
    /** What one part of a workbook may unfold to, and how many times its packed size once it is larger than the floor. */
    static final long MOST_UNFOLDED = 3L << 30;

    static final long UNFOLDED_FLOOR = 32L << 20;
    static final int MOST_RATIO = 120;
    static final long MOST_SHARED_TEXT = 192L << 20;
    static final int MOST_SHARED_TEXTS = 16_000_000;

    private Limits() {}

    static Refused tooManyColumns(long line) {
        return new Refused(
                IntakeProblem.FILE_UNREADABLE, "intake.unreadable.columns", Math.toIntExact(line), MOST_COLUMNS);
    }

    static Refused unreadable(String messageKey, Object... arguments) {
        return new Refused(IntakeProblem.FILE_UNREADABLE, messageKey, arguments);
    }
}
