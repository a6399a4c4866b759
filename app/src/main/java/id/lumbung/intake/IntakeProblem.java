package id.lumbung.intake;

import id.lumbung.platform.ProblemCode;

/** Why intake says no. */
public enum IntakeProblem implements ProblemCode {
    FILE_UNREADABLE,
    FILE_NOT_FOUND,
    FILE_INCOMPLETE,
    PIECE_OUT_OF_ORDER,
    LIST_NOT_FOUND,
    STEP_NOT_POSSIBLE,
    COLUMNS_INCOMPLETE,
    ROWS_WRONG,
    FILE_ALREADY_IN
}
