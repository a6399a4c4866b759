package id.lumbung.privacy;

import id.lumbung.platform.ProblemCode;

/** Why privacy says no. */
public enum PrivacyProblem implements ProblemCode {
    REQUEST_UNKNOWN,
    STEP_NOT_POSSIBLE
}
