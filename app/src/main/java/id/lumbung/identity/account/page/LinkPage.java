package id.lumbung.identity.account.page;

import java.util.UUID;

/**
 * A one-time link, shown this once to be handed over.
 *
 * @param invitation whether it is for a new account; otherwise for a new password
 */
public record LinkPage(UUID account, String fullName, String signInName, String link, boolean invitation) {}
