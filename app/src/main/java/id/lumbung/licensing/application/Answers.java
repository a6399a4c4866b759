package id.lumbung.licensing.application;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was typed, as it was typed: also what is not valid is kept. Empty answers are left out. */
public record Answers(Map<Question, List<String>> values) {
    public static final Answers NONE = new Answers(Map.of());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 4000;
    private static final int MOST = 40;

    public Answers {
        Map<Question, List<String>> kept = new EnumMap<>(Question.class);
        values.forEach((question, answers) -> {
            List<String> typed = answers.stream()
                    .map(answer -> answer.strip())
                    .filter(answer -> !answer.isEmpty())
                    .map(answer -> answer.length() > LONGEST ? answer.substring(0, LONGEST) : answer)
                    .distinct()
                    .limit(question.many() ? MOST : 1)
                    .toList();
            if (!typed.isEmpty()) {
                kept.put(question, typed);
            }
        });
        values = java.util.Collections.unmodifiableMap(kept);
    }

    /** From the fields of a form; what is not asked is left out. */
    public static Answers of(Map<String, String[]> fields) {
        Map<Question, List<String>> values = new EnumMap<>(Question.class);
        fields.forEach((field, typed) -> Question.find(field)
                .ifPresent(question -> values.put(question, Arrays.stream(typed).toList())));
        return new Answers(values);
    }

    /** The answer, or the empty string. */
    public String of(Question question) {
        List<String> answers = values.get(question);
        return answers == null ? "" : answers.getFirst();
    }

    public List<String> all(Question question) {
        return values.getOrDefault(question, List.of());
    }

    public boolean has(Question question) {
        return values.containsKey(question);
    }

    public Answers with(Question question, String... answers) {
        Map<Question, List<String>> changed = new EnumMap<>(Question.class);
        changed.putAll(values);
        changed.put(question, List.of(answers));
        return new Answers(changed);
    }

    /** One answer of several taken away. */
    public Answers without(Question question, String answer) {
        return with(
                question,
                all(question).stream().filter(kept -> !kept.equals(answer)).toArray(String[]::new));
    }

    public String json() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        values.forEach((question, answers) -> fields.put(question.field(), answers));
        return JSON.writeValueAsString(fields);
    }

    public static Answers read(String json) {
        Map<Question, List<String>> values = new EnumMap<>(Question.class);
        JSON.readValue(json, new TypeReference<Map<String, List<String>>>() {})
                .forEach((field, answers) -> Question.find(field).ifPresent(question -> values.put(question, answers)));
        return new Answers(values);
    }

    /** Says how many there are, never what is in them. */
    @Override
    public String toString() {
        return "Answers[" + values.size() + "]";
    }
}
