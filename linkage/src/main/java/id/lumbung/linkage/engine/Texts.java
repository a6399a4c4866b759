package id.lumbung.linkage.engine;

import java.util.Arrays;

/** A dictionary of distinct texts; code 0 is the missing one. */
public final class Texts {

    private String[] values = new String[64];
    private int size;
    /** Codes and one, by the hash of their text; 0 is free. */
    private int[] table = new int[128];

    public Texts() {
        code("");
    }

    public int code(String text) {
        int slot = slot(text);
        if (table[slot] != 0) return table[slot] - 1;
        if (size == values.length) values = Arrays.copyOf(values, size + (size >> 1));
        values[size] = text;
        table[slot] = ++size;
        if (size * 2 > table.length) grow();
        return size - 1;
    }

    /** The code of a text that is there; -1 otherwise. */
    public int find(String text) {
        return table[slot(text)] - 1;
    }

    public int size() {
        return size;
    }

    public String text(int code) {
        return values[code];
    }

    private int slot(String text) {
        int mask = table.length - 1;
        int slot = spread(text) & mask;
        while (table[slot] != 0 && !values[table[slot] - 1].equals(text)) slot = slot + 1 & mask;
        return slot;
    }

    private static int spread(String text) {
        int hash = text.hashCode() * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = spread(values[code]) & mask;
            while (larger[slot] != 0) slot = slot + 1 & mask;
            larger[slot] = code + 1;
        }
        table = larger;
    }
}
