package id.lumbung.api.document;

import id.lumbung.platform.Characters;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a body for what is missing, and for text that no person types: control characters, halves of characters,
 * changes of direction.
 */
final class BodyCheck {
    static final int LONGEST = 4000;

    private BodyCheck() {}

    static void check(@Nullable Object body) {
        FieldProblems problems = new FieldProblems();
        look(body, "", problems);
        Invalid.unlessEmpty(problems);
    }

    private static void look(@Nullable Object value, String path, FieldProblems problems) {
        switch (value) {
            case null -> problems.add(path, "api.field.missing");
            case String text -> {
                String problem = text.length() > LONGEST ? "api.field.too-long" : problem(text);
                if (problem != null) {
                    problems.add(path, problem, LONGEST);
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    look(key, path, problems);
                    look(inner, path, problems);
                });
            case Collection<?> list -> list.forEach(inner -> look(inner, path, problems));
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    String name = component.getName();
                    Object inner = read(record, component);
                    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                    if (inner != null || !optional) {
                        look(inner, path.isEmpty() ? name : path + "." + name, problems);
                    }
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The key of what is wrong, or null. */
    static @Nullable String problem(String text) {
        boolean typed = text.codePoints().allMatch(c -> Character.isSupplementaryCodePoint(c) || Characters.isTyped(c));
        return typed ? null : "api.field.characters";
    }
}
