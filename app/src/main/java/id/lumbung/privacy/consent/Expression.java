package id.lumbung.privacy.consent;

/** How a person has said it. */
public enum Expression {
    /** On a signed paper, which the office keeps. */
    PAPER,
    /** In words, in front of the officer. */
    SPOKEN,
    /** By a request about her data. */
    REQUEST
}
