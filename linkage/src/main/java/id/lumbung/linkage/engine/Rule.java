package id.lumbung.linkage.engine;

/** A blocking rule: records with the same key, not 0, are compared. {@code group} names what the rule leans on. */
public record Rule(String name, String group, long[] keys) {}
