package id.lumbung.intake.read;

import java.util.Arrays;
import java.util.List;

/**
 * One row as it stands in the file. The same object is filled again and again: whoever wants to keep a row copies it.
 * Cells are texts without controls; what a spreadsheet held as a number is marked, since it may have lost digits.
 */
public final class Row {
    private String[] cells = new String[64];
    private boolean[] numbers = new boolean[64];
    private int size;
    private long line;

    /** Number of the line in a text, of the row in a spreadsheet, from 1. */
    public long line() {
        return line;
    }

    /** One more than the place of the last cell that was written. */
    public int size() {
        return size;
    }

    /** The cell, stripped; empty where the row ends before. */
    public String cell(int column) {
        return column >= 0 && column < size ? cells[column] : "";
    }

    /** Whether a spreadsheet held the cell as a number. */
    public boolean isNumber(int column) {
        return column >= 0 && column < size && numbers[column];
    }

    /** Forgets the cells from this one on. */
    public void cut(int width) {
        size = Math.min(size, width);
    }

    public boolean isBlank() {
        for (int i = 0; i < size; i++) {
            if (!cells[i].isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public List<String> copy() {
        return List.of(Arrays.copyOf(cells, size));
    }

    void begin(long at) {
        line = at;
        size = 0;
    }

    void standsAt(long at) {
        line = at;
    }

    void add(String text) {
        set(size, text, false);
    }

    void set(int column, String text, boolean number) {
        if (column >= Limits.MOST_COLUMNS) {
            throw Limits.tooManyColumns(line);
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
            numbers = Arrays.copyOf(numbers, cells.length);
        }
        for (int i = size; i < column; i++) {
            cells[i] = "";
            numbers[i] = false;
        }
        cells[column] = CleanText.of(text);
        numbers[column] = number;
        size = Math.max(size, column + 1);
    }
}
