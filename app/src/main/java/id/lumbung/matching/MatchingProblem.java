package id.lumbung.matching;

import id.lumbung.platform.ProblemCode;

/** Why matching says no. */
public enum MatchingProblem implements ProblemCode {
    PAIR_NOT_FOUND,
    BUSINESS_NOT_FOUND,
    JUDGED_MEANWHILE,
    ACT_NOT_FOUND,
    ACT_ALREADY_TAKEN_BACK,
    VERDICT_CONTRADICTS,
    REASON_MISSING,
    LIST_NOT_FOUND
}
