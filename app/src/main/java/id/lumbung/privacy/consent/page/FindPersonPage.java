package id.lumbung.privacy.consent.page;

import id.lumbung.platform.FieldProblems;

/** Whose consent it is about. */
public record FindPersonPage(FieldProblems problems) {}
