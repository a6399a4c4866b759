package id.lumbung.intake.desk;

import java.util.List;

/** The sheets of a file by name, and the first rows of a list; kept sealed, since they are rows of people. */
record Sample(List<String> sheets, List<List<String>> rows) {
    private static final int ROWS = 12;

    Sample {
        sheets = List.copyOf(sheets);
        rows = List.copyOf(rows.subList(0, Math.min(ROWS, rows.size())));
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return "Sample[" + rows.size() + " rows]";
    }
}
