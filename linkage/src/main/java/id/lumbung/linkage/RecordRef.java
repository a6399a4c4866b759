package id.lumbung.linkage;

/** A record by the list it stands in and its id there. */
public record RecordRef(String source, String id) {}
