package id.lumbung.identity;

import id.lumbung.platform.ProblemCode;

/** Why identity says no. */
public enum IdentityProblem implements ProblemCode {
    SIGN_IN_NAME_TAKEN,
    LAST_ADMINISTRATOR,
    LINK_NOT_VALID,
    NOT_YOURSELF,
    GRANT_NEEDS_LEGAL_BASIS,
    ACCOUNT_NOT_FOUND,
    ACCOUNT_DISABLED,
    SECOND_FACTOR_NEEDED,
    TOO_MANY_PASSKEYS,
    OUTSIDE_IDENTITY_TAKEN
}
