package id.lumbung.linkage.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dictionary of distinct texts; code 0 is the missing one. */
public final class Texts {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    public Texts() {
        values.add("");
        codes.put("", 0);
    }

    public int code(String text) {
        Integer known = codes.get(text);
        if (known != null) return known;
        codes.put(text, values.size());
        values.add(text);
        return values.size() - 1;
    }

    /** The code of a text that is there; -1 otherwise. */
    public int find(String text) {
        return codes.getOrDefault(text, -1);
    }

    public int size() {
        return values.size();
    }

    public String text(int code) {
        return values.get(code);
    }
}
