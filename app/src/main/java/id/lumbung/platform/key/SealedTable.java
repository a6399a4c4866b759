package id.lumbung.platform.key;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A table with columns that the {@link Vault} has sealed or hashed, told by the module that owns it, so that a rotation of
 * keys reaches every row.
 *
 * @param name schema and table
 * @param key the columns of the primary key with their types, in its order
 * @param also other columns that decide about context or kind
 */
public record SealedTable(String name, List<Key> key, List<String> also, List<Sealed> sealed, List<Hashed> hashed) {
    public SealedTable {
        key = List.copyOf(key);
        also = List.copyOf(also);
        sealed = List.copyOf(sealed);
        hashed = List.copyOf(hashed);
    }

    /** A column of the key and its PostgreSQL type. */
    public record Key(String column, String type) {}

    /**
     * A sealed column.
     *
     * @param context for which it was sealed, of the columns of the key and the others, as text
     */
    public record Sealed(String column, Function<Map<String, String>, String> context) {}

    /**
     * A keyed hash of what a sealed column of the same row holds.
     *
     * @param of the sealed column
     * @param kind of the fingerprint, of the columns of the key and the others
     * @param normal the form of the value that is hashed
     */
    public record Hashed(
            String column, String of, Function<Map<String, String>, String> kind, UnaryOperator<String> normal) {}

    /** A table whose key is the column {@code id}, a UUID, with one sealed column. */
    public static SealedTable byId(String name, String column, String place) {
        return new SealedTable(
                name, List.of(new Key("id", "uuid")), List.of(), List.of(of(column, "id", place)), List.of());
    }

    /** A sealed column whose context is its place and the identifier of the row. */
    public static Sealed of(String column, String id, String place) {
        return new Sealed(column, row -> place + ":" + row.get(id));
    }
}
