package id.lumbung.api.document;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of records. In an answer every field stands, and may be null where the record says so; in a
 * request such a field may be left out. Nothing else is allowed in either.
 */
final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    Map<String, Object> named() {
        return named;
    }

    /** The schema of a body. */
    Map<String, Object> of(Type type, boolean request) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return generic(raw, generic.getActualTypeArguments(), request);
        }
        if (type instanceof Class<?> raw) {
            return plain(raw, request);
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private Map<String, Object> generic(Class<?> raw, Type[] arguments, boolean request) {
        if (Collection.class.isAssignableFrom(raw)) {
            return map("type", "array", "items", of(arguments[0], request));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map("type", "object", "additionalProperties", of(arguments[1], request));
        }
        if (raw.isRecord()) {
            StringBuilder name = new StringBuilder();
            for (Type argument : arguments) {
                name.append(argument instanceof Class<?> inner ? name(inner) : "");
            }
            return record(raw, name.append(raw.getSimpleName()).toString(), arguments, request);
        }
        throw new IllegalArgumentException("no schema for " + raw);
    }

    private Map<String, Object> plain(Class<?> type, boolean request) {
        if (type == String.class) {
            return request ? map("type", "string", "maxLength", BodyCheck.LONGEST) : map("type", "string");
        }
        if (type == UUID.class) {
            return map("type", "string", "format", "uuid");
        }
        if (type == LocalDate.class) {
            return map("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return map("type", "string", "format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return map("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return map("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return map("type", "integer", "format", "int64");
        }
        if (type.isEnum()) {
            return map(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type.isRecord()) {
            return record(type, name(type), new Type[0], request);
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    /** {@code EnterpriseDesk.Line} is {@code EnterpriseLine}. */
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : name(outer).replaceFirst("(Desk|Endpoints|s)$", "") + type.getSimpleName();
    }

    private Map<String, Object> record(Class<?> type, String name, Type[] arguments, boolean request) {
        String key = request ? name + "Request" : name;
        if (!named.containsKey(key)) {
            named.put(key, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                boolean optional = isNullable(component.getAnnotatedType());
                Map<String, Object> schema = component(component.getAnnotatedType(), type, arguments, request);
                properties.put(component.getName(), optional ? nullable(schema) : schema);
                if (!request || !optional) {
                    required.add(component.getName());
                }
            }
            Map<String, Object> schema = map("type", "object", "properties", properties, "additionalProperties", false);
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
            named.put(key, schema);
        }
        return map("$ref", "#/components/schemas/" + key);
    }

    private Map<String, Object> component(AnnotatedType annotated, Class<?> owner, Type[] arguments, boolean request) {
        if (annotated instanceof AnnotatedTypeVariable) {
            return of(argument(annotated.getType(), owner, arguments), request);
        }
        if (annotated instanceof AnnotatedParameterizedType parameterized
                && parameterized.getAnnotatedActualTypeArguments().length == 1
                && parameterized.getAnnotatedActualTypeArguments()[0] instanceof AnnotatedTypeVariable inner) {
            return map("type", "array", "items", of(argument(inner.getType(), owner, arguments), request));
        }
        return of(annotated.getType(), request);
    }

    private static Type argument(Type variable, Class<?> owner, Type[] arguments) {
        TypeVariable<?>[] variables = owner.getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return arguments[i];
            }
        }
        throw new IllegalArgumentException("no argument for " + variable);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            Map<String, Object> both = new LinkedHashMap<>(schema);
            both.put("type", List.of(type, "null"));
            if (schema.get("enum") instanceof List<?> values) {
                List<@Nullable Object> orNone = new ArrayList<>(values);
                orNone.add(null);
                both.put("enum", orNone);
            }
            return both;
        }
        return map("anyOf", List.of(schema, map("type", "null")));
    }

    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
