package id.lumbung.matching.review;

import id.lumbung.matching.page.RecordCard;
import id.lumbung.platform.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Two records line by line, with what differs marked. */
final class SideBySide {
    private static final String SAME = "matching.relation.same";
    private static final String PARTLY = "matching.relation.partly";
    private static final String DIFFERS = "matching.relation.differs";
    private static final String ONE_SIDED = "matching.relation.one-sided";
    private static final int SHOWN_DIGITS = 4;

    private SideBySide() {}

    static RecordCard card(Face face, Texts texts) {
        return new RecordCard(face.title(), texts.t(face.kind()), face.href());
    }

    static List<RecordCard.Line> lines(Face left, Face right, Texts texts) {
        Set<String> labels = new LinkedHashSet<>(left.facts().keySet());
        labels.addAll(right.facts().keySet());
        List<RecordCard.Line> lines = new ArrayList<>();
        for (String label : labels) {
            String one = left.facts().getOrDefault(label, "");
            String other = right.facts().getOrDefault(label, "");
            boolean personal = label.equals(Face.NIK) || label.equals(Face.PHONE);
            String key = relation(one, other);
            String relation = personal && key.equals(DIFFERS) && one.length() == other.length()
                    ? texts.t("matching.relation.digits", differing(one, other))
                    : texts.t(key);
            lines.add(new RecordCard.Line(
                    texts.t(label),
                    personal ? masked(one) : pieces(one, other),
                    personal ? masked(other) : pieces(other, one),
                    relation,
                    tone(key)));
        }
        return lines;
    }

    private static String tone(String key) {
        return switch (key) {
            case SAME -> "ok";
            case PARTLY -> "warn";
            case DIFFERS -> "stop";
            default -> "";
        };
    }

    private static String relation(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return ONE_SIDED;
        }
        List<String> words = words(one);
        List<String> others = words(other);
        if (words.equals(others) || new HashSet<>(words).equals(new HashSet<>(others))) {
            return SAME;
        }
        Set<String> both = new HashSet<>(words);
        both.retainAll(new HashSet<>(others));
        return both.isEmpty() ? DIFFERS : PARTLY;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "));
    }

    /** The words of a text; those that the other lacks are marked when the other says anything. */
    static List<RecordCard.Piece> pieces(String text, String other) {
        List<RecordCard.Piece> pieces = new ArrayList<>();
        if (text.isEmpty()) {
            return pieces;
        }
        Set<String> there = new HashSet<>(words(other));
        StringBuilder run = new StringBuilder();
        boolean marked = false;
        for (String word : text.strip().split("\\s+")) {
            boolean mark = !other.isEmpty() && !there.containsAll(words(word));
            if (run.length() > 0 && mark != marked) {
                pieces.add(new RecordCard.Piece(run.toString(), marked));
                run.setLength(0);
                pieces.add(new RecordCard.Piece(" ", false));
            } else if (run.length() > 0) {
                run.append(' ');
            }
            marked = mark;
            run.append(word);
        }
        pieces.add(new RecordCard.Piece(run.toString(), marked));
        return pieces;
    }

    private static List<RecordCard.Piece> masked(String number) {
        return number.isEmpty() ? List.of() : List.of(new RecordCard.Piece(mask(number), false));
    }

    /** A fact as it is shown: of personal numbers only the last digits. */
    static String shown(String label, String value) {
        return label.equals(Face.NIK) || label.equals(Face.PHONE) ? mask(value) : value;
    }

    private static String mask(String number) {
        int hidden = Math.max(0, number.length() - SHOWN_DIGITS);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    private static int differing(String one, String other) {
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                count++;
            }
        }
        return count;
    }
}
