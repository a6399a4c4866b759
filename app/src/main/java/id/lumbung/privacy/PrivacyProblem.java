package id.lumbung.privacy;

import id.lumbung.platform.ProblemCode;

/** Why privacy says no. */
public enum PrivacyProblem implements ProblemCode {
    REQUEST_NOT_FOUND,
    STEP_NOT_POSSIBLE,
    PERSON_NOT_FOUND,
    HOLD_NOT_FOUND,
    RETENTION_CLASS_NOT_FOUND,
    HOLD_ALREADY_LIFTED
}
