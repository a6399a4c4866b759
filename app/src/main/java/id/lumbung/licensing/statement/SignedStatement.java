package id.lumbung.licensing.statement;

/**
 * A statement as it is printed.
 *
 * @param kid short name of the key that signed it
 * @param statusIndex place of the sheet in the status list
 * @param digits the signed statement as decimal digits, without the address in front
 */
public record SignedStatement(String kid, int statusIndex, String digits) {}
