package id.lumbung.reference;

/** A five-digit group. The same five digits mean different things in different versions, so both make the key. */
public record KbliCode(String version, String code, String title) {}
