package id.lumbung.intake;

import java.util.UUID;

/** The rows of a list came in, in the transaction that runs. */
public record ListEntered(UUID list) {}
