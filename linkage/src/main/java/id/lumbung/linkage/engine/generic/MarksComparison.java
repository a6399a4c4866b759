package id.lumbung.linkage.engine.generic;

import id.lumbung.linkage.engine.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Words that hold digits, such as the number of a model: few things share one. */
final class MarksComparison extends Comparison {
    private final Field field;
    private final String[][] marks;

    MarksComparison(Field field) {
        super(
                field.name + ": marks",
                About.OWNER,
                new String[] {"missing", "same", "part of the other", "different"},
                new double[] {0, 1, 0.9, -0.7});
        this.field = field;
        marks = new String[field.texts.size()][];
        for (int i = 0; i < marks.length; i++) {
            List<String> found = new ArrayList<>();
            for (int word : field.words[i]) {
                String text = field.allWords.text(word);
                if (text.length() >= 4 && LongTextComparison.holdsDigit(text) && text.indexOf('.') < 0) found.add(text);
            }
            marks[i] = found.toArray(String[]::new);
        }
    }

    double share() {
        int with = 0;
        for (int code : field.code) if (marks[code].length > 0) with++;
        return (double) with / field.code.length;
    }

    @Override
    public int level(int a, int b, Scratch scratch) {
        String[] p = marks[field.code[a]];
        String[] q = marks[field.code[b]];
        if (p.length == 0 || q.length == 0) return 0;
        boolean part = false;
        for (String one : p) {
            for (String other : q) {
                if (one.equals(other)) return 1;
                part |= one.length() >= 5 && other.length() >= 5 && (one.startsWith(other) || other.startsWith(one));
            }
        }
        return part ? 2 : 3;
    }
}
