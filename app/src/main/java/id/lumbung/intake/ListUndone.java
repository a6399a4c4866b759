package id.lumbung.intake;

import java.util.UUID;

/** The rows of a list were taken out again, in the transaction that runs. */
public record ListUndone(UUID list) {}
