package id.lumbung.reference;

import id.lumbung.platform.ProblemCode;

/** Why this module says no. Never renamed or used anew. */
public enum ReferenceProblem implements ProblemCode {
    UPLOAD_GONE,
    UNKNOWN_CODE
}
