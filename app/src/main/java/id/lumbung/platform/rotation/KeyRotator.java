package id.lumbung.platform.rotation;

import id.lumbung.platform.Sql;
import id.lumbung.platform.document.DocumentRemoval;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeyRing;
import id.lumbung.platform.key.KeyRing.Kind;
import id.lumbung.platform.key.OwnKeys;
import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTables;
import id.lumbung.platform.key.SealedTables.OneWay;
import id.lumbung.platform.key.Vault;
import id.lumbung.platform.rotation.Resealing.Batch;
import id.lumbung.platform.rotation.Rotation.State;
import id.lumbung.platform.rotation.Rotation.Step;
import id.lumbung.platform.rotation.Rotation.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a rotation one step further, in one transaction of the owner of the tables. Every step may be lost in the middle and
 * is then taken again: keysets are replaced whole, rows and how far they are commit together, a document sealed twice is
 * the same document.
 */
final class KeyRotator {
    static final String DOCUMENTS = "documents";
    private static final int LOCK = 727_641;

    /** Texts sealed for a form in a browser, and pages of a list, outlive the key in use by some minutes. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Rotations rotations;
    private final KeyRing ring;
    private final DocumentStore documents;
    private final Map<String, SealedTable> tables;
    private final List<OneWay> oneWay;
    private final List<OwnKeys> ownKeys;
    private final Resealing resealing;
    private final int size;
    private final Duration settled;

    /** What a step came to. */
    enum Outcome {
        /** There is no rotation, or another process is at it. */
        NOTHING,
        /** Something was done; there may be more. */
        DONE,
        /** Another process does not know the new keys yet, or somebody holds a row. */
        WAIT
    }

    KeyRotator(
            DataSource owner,
            KeyRing ring,
            Vault vault,
            DocumentStore documents,
            List<SealedTables> sealed,
            List<OwnKeys> ownKeys) {
        this(owner, ring, vault, documents, sealed, ownKeys, 200, SETTLED);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    KeyRotator(
            DataSource owner,
            KeyRing ring,
            Vault vault,
            DocumentStore documents,
            List<SealedTables> sealed,
            List<OwnKeys> ownKeys,
            int size,
            Duration settled) {
        this.template = new JdbcTemplate(owner);
        this.database = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.rotations = new Rotations(database);
        this.ring = ring;
        this.documents = documents;
        this.tables = sealed.stream()
                .flatMap(module -> module.tables().stream())
                .collect(Collectors.toMap(SealedTable::name, table -> table));
        this.oneWay =
                sealed.stream().flatMap(module -> module.oneWay().stream()).toList();
        this.ownKeys = List.copyOf(ownKeys);
        this.resealing = new Resealing(vault, size);
        this.size = size;
        this.settled = settled;
    }

    Outcome step() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Boolean alone = database.sql("select pg_try_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query(Boolean.class)
                    .single();
            Rotation rotation = alone ? rotations.lockOpen().orElse(null) : null;
            if (rotation == null) {
                return Outcome.NOTHING;
            }
            prepare();
            return switch (rotation.state()) {
                case ASKED -> begin(rotation);
                case ANNOUNCED -> use(rotation);
                case RESEALING -> reseal(rotation);
                case DONE, REFUSED -> Outcome.NOTHING;
            };
        }));
    }

    private void prepare() {
        database.sql("""
                        select set_config('lumbung.resealing', 'on', true), set_config('lock_timeout', '400ms', true),
                               set_config('lumbung.door', 'rotation of keys', true),
                               set_config('lumbung.territory', '%', true)
                        """).query((row, number) -> 1).single();
    }

    private Outcome begin(Rotation rotation) {
        switch (rotation.what()) {
            case DATA -> rotations.announced(rotation, ring.announce(Kind.SEAL), ring.announce(Kind.FINGERPRINT));
            case MASTER -> {
                ring.rewrap();
                rotations.end(rotation, State.DONE, "the keysets are closed by the newest master key");
            }
            case SIGNING -> {
                String done = ownKeys.stream().map(OwnKeys::renew).collect(Collectors.joining("; "));
                rotations.end(rotation, State.DONE, done);
            }
            case RETIRE -> beginToRetire(rotation);
        }
        return Outcome.DONE;
    }

    private void beginToRetire(Rotation rotation) {
        Instant promoted = rotations.promotedAt().orElse(null);
        Instant now = database.sql("select clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        if (promoted != null && promoted.plus(settled).isAfter(now)) {
            rotations.end(
                    rotation,
                    State.REFUSED,
                    "the keys are new: forms that are open in browsers may still need the old ones until "
                            + promoted.plus(settled));
            return;
        }
        rotations.resealing(rotation, false, places());
    }

    /** Hashes first: a row sealed with the new key then has the new hash too. */
    private Outcome use(Rotation rotation) {
        int seal = Objects.requireNonNull(rotation.sealKey());
        int fingerprint = Objects.requireNonNull(rotation.fingerprintKey());
        if (rotations.behind(seal, fingerprint) > 0) {
            return Outcome.WAIT;
        }
        ring.use(Kind.FINGERPRINT, fingerprint);
        ring.use(Kind.SEAL, seal);
        rotations.resealing(rotation, true, places());
        return Outcome.DONE;
    }

    private List<String> places() {
        List<String> places = new ArrayList<>(tables.keySet().stream().sorted().toList());
        places.add(DOCUMENTS);
        return places;
    }

    private Outcome reseal(Rotation rotation) {
        List<Step> steps = rotations.steps(rotation.id());
        Step next = steps.stream().filter(step -> !step.finished()).findFirst().orElse(null);
        if (next == null) {
            finish(rotation, steps);
            return Outcome.DONE;
        }
        SealedTable table = tables.get(next.place());
        Batch batch;
        if (next.place().equals(DOCUMENTS)) {
            batch = documents(next.reached());
        } else if (table == null) {
            // written by a newer version of the program, which knows the table
            return Outcome.WAIT;
        } else {
            batch = Objects.requireNonNull(template.execute(
                    (ConnectionCallback<Batch>) connection -> resealing.batch(connection, table, next.reached())));
        }
        rotations.advance(rotation, next, batch);
        return batch.passed() > 0 && batch.reached() == null ? Outcome.WAIT : Outcome.DONE;
    }

    /** No document is removed meanwhile: sealed anew, it would be there again. */
    private Batch documents(@Nullable String reached) {
        DocumentRemoval.keepAway(database);
        List<String> some = documents.after(reached == null ? "" : reached, size);
        long changed = 0;
        long damaged = 0;
        for (String id : some) {
            try {
                changed += documents.reseal(id) ? 1 : 0;
            } catch (IllegalStateException closed) {
                damaged++;
            }
        }
        return new Batch(some.size() < size ? null : some.getLast(), changed, 0, damaged);
    }

    private void finish(Rotation rotation, List<Step> steps) {
        long damaged = steps.stream().mapToLong(Step::damaged).sum();
        String note = damaged == 0 ? "" : "; " + damaged + " values or documents open with no key, see the log";
        if (rotation.what() != What.RETIRE) {
            rotations.end(
                    rotation, State.DONE, rotations.resealed(rotation.id()) + " rows and documents sealed anew" + note);
        } else if (damaged > 0) {
            rotations.end(rotation, State.REFUSED, "no key was taken out" + note);
        } else {
            retire(rotation);
        }
    }

    private void retire(Rotation rotation) {
        int sealing = ring.forgetOld(Kind.SEAL);
        int masters = ring.forgetOldMasters();
        List<String> inUse = new ArrayList<>();
        Instant since = rotations.promotedAt().orElse(Instant.EPOCH);
        for (OneWay hashes : oneWay) {
            long count = database.sql(hashes.count())
                    .param("since", Sql.at(since))
                    .query(Long.class)
                    .single();
            if (count > 0) {
                inUse.add(count + " " + hashes.what());
            }
        }
        String done = sealing + " old sealing keys and " + masters + " old master keys taken out; ";
        int old = ring.keys(Kind.FINGERPRINT).old().size();
        if (inUse.isEmpty() || old == 0) {
            done += ring.forgetOld(Kind.FINGERPRINT) + " old fingerprint keys taken out";
        } else {
            done += old + " old fingerprint keys stay, needed by " + String.join(", ", inUse);
        }
        rotations.end(rotation, State.DONE, done);
    }
}
