package id.lumbung.registry.known;

/** Where a row of a list stands: name of the file, with the sheet if there are several, and the line counted from one. */
public record ListedAt(String list, int line) {}
