package id.lumbung.licensing.application.page;

/** What must be corrected in one field. */
public record CorrectionLine(String field, String label, String sentence) {}
