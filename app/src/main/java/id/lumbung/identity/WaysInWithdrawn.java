package id.lumbung.identity;

import java.util.UUID;

/**
 * Event: whatever an account was entered with beside its password is to be forgotten, since the person left or lost it.
 * Listeners act in the same transaction.
 */
public record WaysInWithdrawn(UUID account) {}
