package id.lumbung.licensing.licence;

import id.lumbung.platform.ProblemCode;

/** Why something about a licence is refused. */
public enum LicensingProblem implements ProblemCode {
    REGIME_DOES_NOT_ISSUE,
    LICENCE_CHANGED_MEANWHILE,
    ACTION_NOT_IN_THIS_STATE,
    WARNINGS_MISSING,
    GROUND_UNKNOWN,
    NOTHING_AMENDED,
    PERIOD_TOO_LONG
}
