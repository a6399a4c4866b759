package id.lumbung.registry;

/** An activity as it was declared. The same five digits mean different things in different versions of the KBLI. */
public record ActivityFact(String kbliVersion, String kbliCode) {}
