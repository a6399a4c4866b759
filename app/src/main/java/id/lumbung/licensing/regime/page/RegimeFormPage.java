package id.lumbung.licensing.regime.page;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.page.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The form for the next version of a regime: rows with fields, and two empty rows below each list. */
public record RegimeFormPage(
        String code,
        String kind,
        Map<String, List<String>> values,
        FieldProblems problems,
        List<String> findings,
        Choices choices) {
    private static final int EMPTY_ROWS = 2;

    public record Choices(
            List<Choice> roles,
            List<Choice> clocks,
            List<Choice> asks,
            List<Choice> effects,
            List<Choice> deadlineEffects) {}

    public String of(String field) {
        List<String> values = values().get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Numbers of the rows whose fields begin with the letter, the empty ones included. */
    public List<Integer> rows(String letter) {
        int last = values.keySet().stream()
                .filter(name -> name.matches(letter + "\\d{1,3}\\.(code|action)"))
                .filter(name -> !of(name).isBlank())
                .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('.'))))
                .max()
                .orElse(-1);
        return IntStream.rangeClosed(0, last + EMPTY_ROWS).boxed().toList();
    }
}
