package id.lumbung.licensing.regime;

import id.lumbung.platform.ProblemCode;

enum RegimeProblem implements ProblemCode {
    NO_REGIME_IN_FORCE,
    REGIME_NOT_SOUND
}
