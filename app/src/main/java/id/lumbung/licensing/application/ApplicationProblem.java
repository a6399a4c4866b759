package id.lumbung.licensing.application;

import id.lumbung.platform.ProblemCode;

enum ApplicationProblem implements ProblemCode {
    APPLICATION_NOT_FOUND,
    NOT_OPEN_FOR_ENTRY,
    STEP_NOT_ALLOWED,
    SECOND_PERSON_NEEDED,
    STEP_INCOMPLETE,
    FILE_NOT_ACCEPTED,
    NOT_A_KECAMATAN,
    OVER_THE_LIMIT
}
