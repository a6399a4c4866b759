package id.lumbung.registry.merge;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Stale;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.RegistryProblem;
import id.lumbung.registry.admission.Heads;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two enterprises one and parts them again. The merges that stand are a forest: each enterprise was merged into at most
 * one other, which stood by itself then. Undoing one takes away one edge, in whatever order, and what had become part of an
 * enterprise before it was merged goes along with it. {@code enterprise.merged_into} is the root, so that one step leads there.
 */
@Component
public class Merging {
    /** Letters that a reason has at least. */
    public static final int SHORTEST_REASON = 10;

    private static final int LONGEST_REASON = 300;
    /**
     * In the order of their identifiers, whoever asks, so that two who merge the same wait instead of blocking each other;
     * weak enough to let rows be added that refer to them.
     */
    private static final String LOCK = """
            select id, region_code, version, merged_into
              from registry.enterprise
             where id in (:ids)
             order by id
               for no key update
            """;

    private static final String JOURNAL = """
            insert into registry.merge (id, survivor, region_code, merged, merged_region_code, undoes, at, done_by, why)
            values (:id, :survivor, :survivorRegion, :merged, :mergedRegion, :undoes, :at, :by, :why)
            """;
    private static final String POINT = """
            update registry.enterprise
               set merged_into = :survivor, version = version + 1
             where id = :merged or merged_into = :merged
            """;
    private static final String NEXT_VERSION = "update registry.enterprise set version = version + 1 where id = :id";
    private static final String STANDING = """
            select id, survivor, region_code, merged_region_code
              from registry.standing_merge
             where merged = :merged
            """;
    /** The one that is parted, and all that had become part of it. */
    private static final String TAKE_BACK = """
            with recursive taken (id) as (
                select cast(:parted as uuid)
                union
                select m.merged from registry.standing_merge m join taken t on m.survivor = t.id)
            update registry.enterprise e
               set merged_into = nullif(cast(:parted as uuid), e.id), version = version + 1
              from taken t
             where e.id = t.id
            """;

    private record Row(
            UUID id,
            String regionCode,
            int version,
            @Nullable UUID mergedInto) {}

    private record Standing(UUID id, UUID survivor, String survivorRegion, String mergedRegion) {}

    private final JdbcClient database;
    private final Heads heads;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Merging(
            JdbcClient database,
            Heads heads,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.heads = heads;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Two that are one already stay so, and nothing is written. */
    @Transactional
    public EnterpriseId merge(SeenEnterprise survivor, SeenEnterprise merged, String why) {
        UUID into = survivor.enterprise().value();
        UUID of = merged.enterprise().value();
        if (into.equals(of)) {
            throw new Refused(RegistryProblem.MERGE_WITH_ITSELF, "registry.merge.itself");
        }
        Map<UUID, Row> rows = locked(List.of(into, of));
        Row survivorRow = row(rows, into);
        Row mergedRow = row(rows, of);
        Actor actor = currentActor.require();
        actor.require(Permission.MERGE_ENTERPRISES, survivorRow.regionCode());
        actor.require(Permission.MERGE_ENTERPRISES, mergedRow.regionCode());
        UUID whole = survivorRow.mergedInto() == null ? into : survivorRow.mergedInto();
        if (whole.equals(mergedRow.mergedInto() == null ? of : mergedRow.mergedInto())) {
            return new EnterpriseId(whole);
        }
        if (survivorRow.mergedInto() != null || mergedRow.mergedInto() != null) {
            throw new Refused(RegistryProblem.MERGED_ALREADY, "registry.merge.already");
        }
        requireUnchanged(survivorRow, survivor.version());
        requireUnchanged(mergedRow, merged.version());
        Instant now = clock.instant();
        journal(survivorRow, mergedRow, null, now, actor, reason(why, 1));
        Sight.system("what became part of the merged one follows it", () -> {
            database.sql(POINT).param("survivor", into).param("merged", of).update();
            heads.derive(survivor.enterprise());
        });
        events.publishEvent(new EnterprisesMerged(survivor.enterprise(), merged.enterprise(), now));
        return survivor.enterprise();
    }

    /**
     * Undoes the merge by which an enterprise became part of another. One that stands by itself stays so.
     *
     * @param whole what it is part of, in the version in which somebody decided to part them; null when that does not matter
     */
    @Transactional
    public void unmerge(EnterpriseId parted, @Nullable SeenEnterprise whole, String why) {
        UUID survivor = Sight.system("which enterprise it is part of", () -> survivorOf(parted));
        if (survivor == null) {
            row(locked(List.of(parted.value())), parted.value());
            return;
        }
        // whoever holds the survivor has its parts to himself
        Row root = row(locked(List.of(survivor)), survivor);
        Row row = row(locked(List.of(parted.value())), parted.value());
        if (!survivor.equals(row.mergedInto())) {
            throw new Stale();
        }
        if (whole != null) {
            if (!whole.enterprise().value().equals(survivor)) {
                throw new Stale();
            }
            requireUnchanged(root, whole.version());
        }
        Standing standing = database.sql(STANDING)
                .param("merged", parted.value())
                .query((found, number) -> new Standing(
                        Sql.uuid(found, "id"),
                        Sql.uuid(found, "survivor"),
                        found.getString("region_code"),
                        found.getString("merged_region_code")))
                .optional()
                .orElseThrow(Merging::unknown);
        Actor actor = currentActor.require();
        actor.require(Permission.MERGE_ENTERPRISES, standing.survivorRegion());
        actor.require(Permission.MERGE_ENTERPRISES, standing.mergedRegion());
        actor.require(Permission.MERGE_ENTERPRISES, root.regionCode());
        Instant now = clock.instant();
        journal(
                new Row(standing.survivor(), standing.survivorRegion(), 0, null),
                row,
                standing.id(),
                now,
                actor,
                reason(why, SHORTEST_REASON));
        Sight.system("what had become part of the parted one follows it", () -> {
            database.sql(TAKE_BACK).param("parted", parted.value()).update();
            database.sql(NEXT_VERSION).param("id", survivor).update();
            heads.derive(parted);
            heads.derive(new EnterpriseId(survivor));
        });
        events.publishEvent(new EnterprisesParted(new EnterpriseId(survivor), parted, now));
    }

    static Refused unknown() {
        return new Refused(RegistryProblem.ENTERPRISE_UNKNOWN, "registry.enterprise.unknown");
    }

    /** Whether a reason has enough letters to say something. */
    public static boolean says(@Nullable String why) {
        return why != null && why.codePoints().filter(Character::isLetter).count() >= SHORTEST_REASON;
    }

    private static String reason(String why, int letters) {
        if (why.codePoints().filter(Character::isLetter).count() < letters || why.length() > LONGEST_REASON) {
            throw new Refused(RegistryProblem.MERGE_REASON_MISSING, "registry.merge.why.missing", letters);
        }
        return why.strip();
    }

    private @Nullable UUID survivorOf(EnterpriseId enterprise) {
        return database.sql("select merged_into from registry.enterprise where id = :id and merged_into is not null")
                .param("id", enterprise.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private Map<UUID, Row> locked(List<UUID> ids) {
        Map<UUID, Row> rows = new HashMap<>();
        database.sql(LOCK).param("ids", ids).query(row -> {
            UUID id = Sql.uuid(row, "id");
            rows.put(
                    id,
                    new Row(
                            id,
                            row.getString("region_code"),
                            row.getInt("version"),
                            Sql.uuidOrNull(row, "merged_into")));
        });
        return rows;
    }

    private static Row row(Map<UUID, Row> rows, UUID id) {
        Row row = rows.get(id);
        if (row == null) {
            throw unknown();
        }
        return row;
    }

    private static void requireUnchanged(Row row, @Nullable Integer version) {
        if (version != null && version != row.version()) {
            throw new Stale();
        }
    }

    private void journal(Row survivor, Row merged, @Nullable UUID undoes, Instant at, Actor actor, String why) {
        database.sql(JOURNAL)
                .param("id", Ids.next())
                .param("survivor", survivor.id())
                .param("survivorRegion", survivor.regionCode())
                .param("merged", merged.id())
                .param("mergedRegion", merged.regionCode())
                .param("undoes", undoes)
                .param("at", Sql.at(at))
                .param("by", actor.account())
                .param("why", why)
                .update();
    }
}
