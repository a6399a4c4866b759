package id.lumbung.platform.rotation;

import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTable.Hashed;
import id.lumbung.platform.key.SealedTable.Sealed;
import id.lumbung.platform.key.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals rows of a table anew, a batch at a time, in the transaction of the connection. Reads every row, so that it also is
 * the proof that nothing sealed with an old key is left. Nobody waits for it: a row that somebody else holds is passed, and
 * one that was changed meanwhile is left as it is; both are seen again in the next pass.
 */
final class Resealing {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    /** Between the columns of a key, where several make one. */
    private static final String BETWEEN = "\u001f";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Vault vault;
    private final int size;

    /**
     * @param reached the last row looked at; null at the end of the table
     * @param passed rows that must be looked at again
     * @param damaged rows that no key opens
     */
    record Batch(@Nullable String reached, long changed, long passed, long damaged) {}

    /** A row with the sealed and hashed columns before and after. */
    private record Row(String[] key, byte[][] before, byte[][] after, boolean damaged) {}

    Resealing(Vault vault, int size) {
        this.vault = vault;
        this.size = size;
    }

    Batch batch(Connection connection, SealedTable table, @Nullable String reached) throws SQLException {
        List<Row> rows = read(connection, table, reached);
        List<Row> stale = rows.stream()
                .filter(row -> !Arrays.deepEquals(row.before(), row.after()))
                .toList();
        long changed = write(connection, table, stale);
        String last =
                rows.size() < size ? null : String.join(BETWEEN, rows.getLast().key());
        long damaged = rows.stream().filter(Row::damaged).count();
        return new Batch(last, changed, stale.size() - changed, damaged);
    }

    private List<Row> read(Connection connection, SealedTable table, @Nullable String reached) throws SQLException {
        List<String> keys = table.key().stream().map(SealedTable.Key::column).toList();
        String columns = Stream.of(keys, table.also())
                .flatMap(List::stream)
                .map(column -> column + "::text")
                .collect(Collectors.joining(", "));
        String after =
                table.key().stream().map(key -> "cast(? as " + key.type() + ")").collect(Collectors.joining(", "));
        String sql = "select " + columns + ", " + String.join(", ", columnsOf(table)) + " from " + table.name()
                + (reached == null ? "" : " where (" + String.join(", ", keys) + ") > (" + after + ")")
                + " order by " + String.join(", ", keys) + " limit " + size;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (reached != null) {
                String[] values = reached.split(BETWEEN, -1);
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result, table, keys));
                }
            }
            return rows;
        }
    }

    private Row row(ResultSet result, SealedTable table, List<String> keys) throws SQLException {
        Map<String, String> told = new HashMap<>();
        String[] key = new String[keys.size()];
        int place = 1;
        for (int i = 0; i < key.length; i++) {
            key[i] = result.getString(place++);
            told.put(keys.get(i), key[i]);
        }
        for (String column : table.also()) {
            told.put(column, String.valueOf(result.getString(place++)));
        }
        List<String> columns = columnsOf(table);
        byte[][] before = new byte[columns.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = result.getBytes(place++);
        }
        try {
            return new Row(key, before, anew(table, told, before), false);
        } catch (IllegalStateException closed) {
            LOG.error("a row of {} does not open with any key: {}", table.name(), String.join(" ", key));
            return new Row(key, before, before, true);
        }
    }

    private byte[][] anew(SealedTable table, Map<String, String> told, byte[][] before) {
        byte[][] after = before.clone();
        Map<String, byte[]> plain = new HashMap<>();
        int i = 0;
        for (Sealed column : table.sealed()) {
            byte[] sealed = before[i];
            if (sealed != null) {
                String context = column.context().apply(told);
                byte[] content = vault.open(sealed, context);
                plain.put(column.column(), content);
                if (!vault.sealedByKeyInUse(sealed)) {
                    after[i] = vault.seal(content, context);
                }
            }
            i++;
        }
        for (Hashed column : table.hashed()) {
            byte[] content = plain.get(column.of());
            if (before[i] != null && content != null) {
                byte[] hash = vault.fingerprint(
                        column.kind().apply(told), column.normal().apply(new String(content, StandardCharsets.UTF_8)));
                after[i] = Arrays.equals(hash, before[i]) ? before[i] : hash;
            }
            i++;
        }
        return after;
    }

    private static long write(Connection connection, SealedTable table, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        Savepoint before = connection.setSavepoint();
        try {
            return update(connection, table, rows);
        } catch (SQLException held) {
            if (!LOCK_NOT_AVAILABLE.equals(held.getSQLState())) {
                throw held;
            }
            connection.rollback(before);
            long changed = 0;
            for (Row row : rows.size() == 1 ? List.<Row>of() : rows) {
                changed += write(connection, table, List.of(row));
            }
            return changed;
        }
    }

    private static long update(Connection connection, SealedTable table, List<Row> rows) throws SQLException {
        List<String> columns = columnsOf(table);
        List<String> values = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            values.add("unnest(cast(? as text[])) as k" + i);
            SealedTable.Key key = table.key().get(i);
            same.add("t." + key.column() + " = cast(v.k" + i + " as " + key.type() + ")");
        }
        for (int i = 0; i < columns.size(); i++) {
            values.add("unnest(cast(? as bytea[])) as b" + i + ", unnest(cast(? as bytea[])) as a" + i);
            same.add("t." + columns.get(i) + " is not distinct from v.b" + i);
        }
        String sql = "update " + table.name() + " t set "
                + IntStream.range(0, columns.size())
                        .mapToObj(i -> columns.get(i) + " = v.a" + i)
                        .collect(Collectors.joining(", "))
                + " from (select " + String.join(", ", values) + ") v where " + String.join(" and ", same);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (int i = 0; i < table.key().size(); i++) {
                int at = i;
                statement.setArray(
                        place++,
                        connection.createArrayOf(
                                "text", rows.stream().map(row -> row.key()[at]).toArray()));
            }
            for (int i = 0; i < columns.size(); i++) {
                int at = i;
                statement.setArray(place++, bytes(connection, rows.stream().map(row -> row.before()[at])));
                statement.setArray(place++, bytes(connection, rows.stream().map(row -> row.after()[at])));
            }
            return statement.executeUpdate();
        }
    }

    private static java.sql.Array bytes(Connection connection, Stream<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }

    private static List<String> columnsOf(SealedTable table) {
        return Stream.concat(
                        table.sealed().stream().map(Sealed::column),
                        table.hashed().stream().map(Hashed::column))
                .map(Objects::requireNonNull)
                .toList();
    }
}
