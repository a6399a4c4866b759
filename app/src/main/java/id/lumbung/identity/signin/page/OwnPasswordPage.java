package id.lumbung.identity.signin.page;

import id.lumbung.platform.FieldProblems;

/**
 * Changing one's own password.
 *
 * @param required whether nothing else can be done before
 */
public record OwnPasswordPage(String signInName, int leastLength, boolean required, FieldProblems problems) {}
