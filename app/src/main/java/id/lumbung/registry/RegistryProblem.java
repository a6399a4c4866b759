package id.lumbung.registry;

import id.lumbung.platform.ProblemCode;

/** Why the registry says no. Codes are never renamed or reused. */
public enum RegistryProblem implements ProblemCode {
    NIK_UNREADABLE,
    FAMILY_CARD_NUMBER_UNREADABLE,
    PHONE_UNREADABLE,
    NIB_UNREADABLE,
    ENTERPRISE_NUMBER_UNREADABLE,
    ENTERPRISE_UNKNOWN,
    ENTERPRISE_CHANGED_MEANWHILE,
    OBSERVATION_REFUSED,
    PURPOSE_MISSING,
    MERGE_WITH_ITSELF,
    MERGED_ALREADY,
    MERGE_REASON_MISSING
}
