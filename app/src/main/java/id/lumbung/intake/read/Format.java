package id.lumbung.intake.read;

/** What kind of file it is. */
public sealed interface Format {
    /** Fields apart by a sign. The charset is a name that Java knows. */
    record Text(String charset, char separator) implements Format {}

    /** A workbook of sheets (XLSX). */
    record Sheets() implements Format {}
}
