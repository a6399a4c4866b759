package id.lumbung.licensing.regime;

/**
 * A state of a case.
 *
 * @param code stable within a regime, such as {@code SUBMITTED}
 * @param ended nothing follows
 * @param forApplicant what the applicant reads when following the case
 */
public record State(String code, Words name, boolean ended, Words forApplicant) {}
