package id.lumbung.linkage.engine;

/**
 * A blocking rule: records with the same key, not 0, are compared.
 *
 * @param limit blocks of more records are refused: what so many share says little
 */
public record Rule(String name, int limit, long[] keys) {}
