package id.lumbung.registry.admission;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.EnterpriseRegistered;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.RegistryProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way in: first the source record, then what follows from it. Everything happens in the caller's transaction or
 * not at all.
 */
@Component
public class Admission {
    private static final String KEEP = """
            insert into registry.source_record (id, kind, origin, region_code, received_on, received_at, received_by, payload)
            values (:id, :kind, :origin, :regionCode, :receivedOn, :receivedAt, :receivedBy, :payload)
            on conflict on constraint source_record_origin_once do nothing
            """;
    private static final String EARLIER_OF_SAME_CASE = """
            select r.id, m.enterprise
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
             where m.enterprise = any (registry.pub_parts_of(:enterprise))
               and m.until is null
               and m.superseded_by is null
               and r.kind = :kind
               and starts_with(r.origin, :case)
             order by r.received_at, r.id
            """;
    private static final String SUPERSEDE = """
            update registry.record_of_enterprise
               set superseded_by = :by
             where source_record in (:records)
               and until is null
            """;
    private static final String SURVIVOR = """
            select coalesce(merged_into, id)
              from registry.enterprise
             where id = :id
            """;
    private static final String LOCK = """
            select id
              from registry.enterprise
             where id = :id
               for no key update
            """;

    private record Superseded(UUID record, EnterpriseId holder) {}

    private final JdbcClient database;
    private final Payloads payloads;
    private final Heads heads;
    private final People people;
    private final EnterpriseParts parts;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate nested;
    private final Clock clock;

    public Admission(
            JdbcClient database,
            Payloads payloads,
            Heads heads,
            People people,
            EnterpriseParts parts,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.payloads = payloads;
        this.heads = heads;
        this.people = people;
        this.parts = parts;
        this.currentActor = currentActor;
        this.events = events;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    public EnterpriseId admit(IncomingRecord record, @Nullable EnterpriseId knownAs) {
        AdmittedRecord admitted = new AdmittedRecord(Ids.next(), clock.instant(), record);
        if (!keep(admitted)) {
            return admittedBefore(record);
        }
        return knownAs == null ? begin(admitted) : extend(knownAs, admitted);
    }

    private EnterpriseId begin(AdmittedRecord admitted) {
        EnterpriseId enterprise = EnterpriseId.next();
        String regionCode = Derivation.regionCode(List.of(admitted));
        heads.begin(enterprise, admitted);
        parts.attach(enterprise, regionCode, admitted);
        parts.replaceSectors(
                enterprise, regionCode, Derivation.business(List.of(admitted)).sectors());
        people.own(enterprise, regionCode, admitted, List.of());
        tell(enterprise, regionCode, admitted, true);
        return enterprise;
    }

    /**
     * What is known to be of a merged enterprise becomes part of the survivor. Two records stay with the merged one all the
     * same and are read with the survivor: a case handed in again, so that it lies where its earlier handing-in lies
     * should the two be parted; and a record from where the survivor is out of sight.
     */
    private EnterpriseId extend(EnterpriseId knownAs, AdmittedRecord admitted) {
        requireInSight(knownAs);
        EnterpriseId survivor =
                Sight.system("what became part of another is extended there", () -> lockedSurvivor(knownAs));
        List<Superseded> superseded = supersede(knownAs, admitted);
        EnterpriseId holder = superseded.isEmpty()
                ? survivorInSight(knownAs)
                : superseded.getLast().holder();
        List<AdmittedRecord> records = new ArrayList<>(heads.recordsOf(survivor));
        records.add(admitted);
        String regionCode = Derivation.regionCode(records);
        if (holder.equals(survivor)) {
            heads.write(survivor, records);
        } else {
            Sight.system("a record of what became part of it", () -> heads.write(survivor, records));
        }
        String regionOfHolder = holder.equals(survivor) ? regionCode : regionOf(holder);
        parts.attach(holder, regionOfHolder, admitted);
        people.own(
                holder,
                regionOfHolder,
                admitted,
                superseded.stream().map(Superseded::record).toList());
        Sight.system(
                "sectors follow from all records",
                () -> parts.replaceSectors(
                        survivor, regionCode, Derivation.business(records).sectors()));
        tell(survivor, regionCode, admitted, false);
        return holder;
    }

    private void tell(EnterpriseId enterprise, String regionCode, AdmittedRecord admitted, boolean isNew) {
        events.publishEvent(new EnterpriseRegistered(
                enterprise,
                Sight.system("the number of what was extended", () -> numberOf(enterprise)),
                regionCode,
                admitted.content().kind(),
                admitted.content().origin(),
                isNew,
                admitted.receivedAt()));
    }

    private boolean keep(AdmittedRecord admitted) {
        IncomingRecord record = admitted.content();
        return database.sql(KEEP)
                        .param("id", admitted.id())
                        .param("kind", record.kind().name())
                        .param("origin", record.origin())
                        .param("regionCode", record.regionCode())
                        .param("receivedOn", record.receivedOn())
                        .param("receivedAt", Sql.at(admitted.receivedAt()))
                        .param(
                                "receivedBy",
                                currentActor.find().map(Actor::account).orElse(null))
                        .param("payload", payloads.seal(admitted.id(), record))
                        .update()
                == 1;
    }

    private EnterpriseId admittedBefore(IncomingRecord record) {
        return database.sql("select registry.enterprise_of_origin(:kind, :origin)")
                .param("kind", record.kind().name())
                .param("origin", record.origin())
                .query(UUID.class)
                .optional()
                .map(EnterpriseId::new)
                .orElseThrow(() -> new IllegalStateException("record kept without an enterprise: " + record.origin()));
    }

    private void requireInSight(EnterpriseId enterprise) {
        regionOf(enterprise);
    }

    private String regionOf(EnterpriseId enterprise) {
        return database.sql("select region_code from registry.enterprise where id = :id")
                .param("id", enterprise.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(RegistryProblem.ENTERPRISE_UNKNOWN, "registry.enterprise.unknown"));
    }

    /**
     * Merges wait for the lock of the survivor, too. Whoever waited here looks again where the way leads now, and lets go of
     * what is no survivor any more: two locks taken in no order would block those who merge.
     */
    private EnterpriseId lockedSurvivor(EnterpriseId enterprise) {
        while (true) {
            UUID survivor = survivor(enterprise);
            Boolean still = nested.execute(part -> {
                database.sql(LOCK).param("id", survivor).query(UUID.class).single();
                boolean same = survivor.equals(survivor(enterprise));
                if (!same) {
                    part.setRollbackOnly();
                }
                return same;
            });
            if (Boolean.TRUE.equals(still)) {
                return new EnterpriseId(survivor);
            }
        }
    }

    private UUID survivor(EnterpriseId enterprise) {
        return database.sql(SURVIVOR)
                .param("id", enterprise.value())
                .query(UUID.class)
                .single();
    }

    private EnterpriseId survivorInSight(EnterpriseId enterprise) {
        return new EnterpriseId(database.sql("select registry.survivor_of(:id)")
                .param("id", enterprise.value())
                .query(UUID.class)
                .single());
    }

    /** Earlier records of the same case give way; answers with them and the enterprise that holds them. */
    private List<Superseded> supersede(EnterpriseId enterprise, AdmittedRecord admitted) {
        String sameCase = admitted.content().sameCase().orElse(null);
        if (sameCase == null) {
            return List.of();
        }
        List<Superseded> earlier = database.sql(EARLIER_OF_SAME_CASE)
                .param("enterprise", enterprise.value())
                .param("kind", admitted.content().kind().name())
                .param("case", sameCase)
                .query((row, number) ->
                        new Superseded(Sql.uuid(row, "id"), new EnterpriseId(Sql.uuid(row, "enterprise"))))
                .list();
        if (!earlier.isEmpty()) {
            List<UUID> records = earlier.stream().map(Superseded::record).toList();
            database.sql(SUPERSEDE)
                    .param("by", admitted.id())
                    .param("records", records)
                    .update();
            parts.endPlaces(records, admitted.content().receivedOn());
        }
        return earlier;
    }

    private String numberOf(EnterpriseId enterprise) {
        return database.sql("select number from registry.enterprise where id = :id")
                .param("id", enterprise.value())
                .query(String.class)
                .single();
    }
}
