package id.lumbung.platform.rotation;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.rotation.Rotation.State;
import id.lumbung.platform.rotation.Rotation.Step;
import id.lumbung.platform.rotation.Rotation.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rotations as they stand in the database. */
final class Rotations {
    private static final String OPEN = """
            select id, what, state, seal_key, fingerprint_key
              from platform.key_rotation
             where ended_at is null
            """;
    private static final String ASK = """
            insert into platform.key_rotation (id, what, asked_at, asked_by, state)
            values (:id, :what, clock_timestamp(), :by, 'ASKED')
            """;
    private static final String STEPS = """
            select place, pass, reached, changed, passed, damaged, finished
              from platform.key_rotation_step
             where rotation = :rotation
             order by place
             limit 1000
            """;
    private static final String SERVING = """
            select count(*)
              from platform.serving_process
             where seen_at > clock_timestamp() - interval '20 seconds'
            """;
    private static final String BEHIND = SERVING + """
               and not (seal_keys @> array[cast(:seal as bigint)]
                        and fingerprint_keys @> array[cast(:fingerprint as bigint)])
            """;

    private final JdbcClient database;

    Rotations(JdbcClient database) {
        this.database = database;
    }

    Optional<Rotation> open() {
        return database.sql(OPEN).query(Rotations::rotation).optional();
    }

    Optional<Rotation> lockOpen() {
        return database.sql(OPEN + " for update").query(Rotations::rotation).optional();
    }

    UUID ask(What what, String by) {
        UUID id = Ids.next();
        database.sql(ASK)
                .param("id", id)
                .param("what", what.name())
                .param("by", by)
                .update();
        return id;
    }

    void announced(Rotation rotation, int sealKey, int fingerprintKey) {
        database.sql("""
                        update platform.key_rotation
                           set state = 'ANNOUNCED', seal_key = :seal, fingerprint_key = :fingerprint
                         where id = :id
                        """)
                .param("id", rotation.id())
                .param("seal", sealKey)
                .param("fingerprint", fingerprintKey)
                .update();
    }

    /** Processes that were alive a moment ago. */
    long serving() {
        return database.sql(SERVING).query(Long.class).single();
    }

    /** Those of them that do not know the new keys yet. */
    long behind(int sealKey, int fingerprintKey) {
        return database.sql(BEHIND)
                .param("seal", sealKey)
                .param("fingerprint", fingerprintKey)
                .query(Long.class)
                .single();
    }

    /** Begins to seal anew, and with new keys from now on when there are some. */
    void resealing(Rotation rotation, boolean promoted, List<String> places) {
        database.sql("""
                        update platform.key_rotation
                           set state = 'RESEALING', promoted_at = case when :promoted then clock_timestamp() end
                         where id = :id
                        """).param("id", rotation.id()).param("promoted", promoted).update();
        for (String place : places) {
            database.sql("insert into platform.key_rotation_step (rotation, place) values (:rotation, :place)")
                    .param("rotation", rotation.id())
                    .param("place", place)
                    .update();
        }
    }

    void end(Rotation rotation, State state, String outcome) {
        database.sql("""
                        update platform.key_rotation
                           set state = :state, ended_at = clock_timestamp(), outcome = :outcome
                         where id = :id
                        """)
                .param("id", rotation.id())
                .param("state", state.name())
                .param("outcome", outcome)
                .update();
    }

    List<Step> steps(UUID rotation) {
        return database.sql(STEPS)
                .param("rotation", rotation)
                .query((row, number) -> new Step(
                        row.getString("place"),
                        row.getInt("pass"),
                        row.getString("reached"),
                        row.getLong("changed"),
                        row.getLong("passed"),
                        row.getLong("damaged"),
                        row.getBoolean("finished")))
                .list();
    }

    /** A batch is done; {@code reached} null means that the pass is over. */
    void advance(Rotation rotation, Step step, Resealing.Batch batch) {
        long changed = step.changed() + batch.changed();
        long passed = step.passed() + batch.passed();
        long damaged = (step.reached() == null ? 0 : step.damaged()) + batch.damaged();
        boolean over = batch.reached() == null;
        boolean finished = over && changed == 0 && passed == 0;
        database.sql("""
                        update platform.key_rotation_step
                           set reached = :reached, pass = :pass, changed = :changed, passed = :passed,
                               damaged = :damaged, resealed = resealed + :resealed, finished = :finished
                         where rotation = :rotation and place = :place
                        """)
                .param("rotation", rotation.id())
                .param("place", step.place())
                .param("reached", batch.reached())
                .param("pass", over && !finished ? step.pass() + 1 : step.pass())
                .param("changed", over ? 0 : changed)
                .param("passed", over ? 0 : passed)
                .param("damaged", damaged)
                .param("resealed", batch.changed())
                .param("finished", finished)
                .update();
    }

    long resealed(UUID rotation) {
        return database.sql(
                        "select coalesce(sum(resealed), 0) from platform.key_rotation_step where rotation = :rotation")
                .param("rotation", rotation)
                .query(Long.class)
                .single();
    }

    /** When keys for data were last taken into use, if they ever were. */
    Optional<Instant> promotedAt() {
        return database.sql("select promoted_at from platform.key_rotation where promoted_at is not null"
                        + " order by promoted_at desc limit 1")
                .query((row, number) -> Sql.instant(row, "promoted_at"))
                .optional();
    }

    private static Rotation rotation(ResultSet row, int number) throws SQLException {
        return new Rotation(
                Sql.uuid(row, "id"),
                What.valueOf(row.getString("what")),
                State.valueOf(row.getString("state")),
                row.getObject("seal_key") == null ? null : row.getInt("seal_key"),
                row.getObject("fingerprint_key") == null ? null : row.getInt("fingerprint_key"));
    }
}
