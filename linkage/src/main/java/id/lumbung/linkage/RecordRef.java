package id.lumbung.linkage;

import java.io.Serializable;

/** A record by the list it stands in and its id there. */
public record RecordRef(String source, String id) implements Serializable {}
