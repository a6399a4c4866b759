package id.lumbung.registry.admission;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.EnterpriseRegistered;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.RegistryProblem;
import id.lumbung.registry.text.EnterpriseNumber;
import id.lumbung.registry.text.NameKey;
import id.lumbung.registry.text.SealedTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
    private static final String RECORDS_OF_ENTERPRISE = """
            select r.id, r.received_at, r.payload
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
             where m.enterprise = :enterprise
               and m.until is null
               and m.superseded_by is null
             order by r.received_at, r.id
            """;
    private static final String EARLIER_OF_SAME_CASE = """
            select r.id
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
             where m.enterprise = :enterprise
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
    private static final String INSERT = """
            insert into registry.enterprise (id, number, name, name_key, region_code, itinerant, founded_on, legal_form,
                                             premises, activity_text, npwp_sealed, first_seen_at)
            values (:id, :number, :name, :nameKey, :regionCode, :itinerant, :foundedOn, :legalForm, :premises,
                    :activityText, :npwp, :now)
            """;
    private static final String UPDATE = """
            update registry.enterprise
               set name = :name, name_key = :nameKey, region_code = :regionCode, itinerant = :itinerant,
                   founded_on = :foundedOn, legal_form = :legalForm, premises = :premises,
                   activity_text = :activityText, npwp_sealed = :npwp, version = version + 1
             where id = :id
            """;

    private final JdbcClient database;
    private final Payloads payloads;
    private final People people;
    private final EnterpriseParts parts;
    private final SealedTexts sealed;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Admission(
            JdbcClient database,
            Payloads payloads,
            People people,
            EnterpriseParts parts,
            SealedTexts sealed,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.payloads = payloads;
        this.people = people;
        this.parts = parts;
        this.sealed = sealed;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public EnterpriseId admit(IncomingRecord record, @Nullable EnterpriseId knownAs) {
        AdmittedRecord admitted = new AdmittedRecord(Ids.next(), clock.instant(), record);
        if (!keep(admitted)) {
            return admittedBefore(record);
        }
        EnterpriseId enterprise = knownAs == null ? EnterpriseId.next() : locked(knownAs);
        List<UUID> superseded = knownAs == null ? List.of() : supersede(enterprise, admitted);
        List<AdmittedRecord> records = new ArrayList<>(knownAs == null ? List.of() : recordsOf(enterprise));
        records.add(admitted);
        String regionCode = Derivation.regionCode(records);
        write(enterprise, knownAs == null, regionCode, Derivation.business(records), admitted.receivedAt());
        parts.attach(enterprise, regionCode, admitted);
        parts.replaceSectors(
                enterprise, regionCode, Derivation.business(records).sectors());
        people.own(enterprise, regionCode, admitted, superseded);
        events.publishEvent(new EnterpriseRegistered(
                enterprise,
                numberOf(enterprise),
                regionCode,
                record.kind(),
                record.origin(),
                knownAs == null,
                admitted.receivedAt()));
        return enterprise;
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

    private EnterpriseId locked(EnterpriseId enterprise) {
        return database.sql("select id from registry.enterprise where id = :id for update")
                .param("id", enterprise.value())
                .query(UUID.class)
                .optional()
                .map(EnterpriseId::new)
                .orElseThrow(() -> new Refused(RegistryProblem.ENTERPRISE_UNKNOWN, "registry.enterprise.unknown"));
    }

    /** Earlier records of the same case give way; answers with them. */
    private List<UUID> supersede(EnterpriseId enterprise, AdmittedRecord admitted) {
        String sameCase = admitted.content().sameCase().orElse(null);
        if (sameCase == null) {
            return List.of();
        }
        List<UUID> earlier = database.sql(EARLIER_OF_SAME_CASE)
                .param("enterprise", enterprise.value())
                .param("kind", admitted.content().kind().name())
                .param("case", sameCase)
                .query(UUID.class)
                .list();
        if (!earlier.isEmpty()) {
            database.sql(SUPERSEDE)
                    .param("by", admitted.id())
                    .param("records", earlier)
                    .update();
            parts.endPlaces(earlier, admitted.content().receivedOn());
        }
        return earlier;
    }

    private List<AdmittedRecord> recordsOf(EnterpriseId enterprise) {
        return Sight.system(
                "deriving an enterprise from all its records",
                () -> database.sql(RECORDS_OF_ENTERPRISE)
                        .param("enterprise", enterprise.value())
                        .query((row, number) -> {
                            UUID id = Sql.uuid(row, "id");
                            return new AdmittedRecord(
                                    id, Sql.instant(row, "received_at"), payloads.open(id, row.getBytes("payload")));
                        })
                        .list());
    }

    private void write(EnterpriseId enterprise, boolean isNew, String regionCode, BusinessFacts business, Instant now) {
        JdbcClient.StatementSpec statement = database.sql(isNew ? INSERT : UPDATE)
                .param("id", enterprise.value())
                .param("name", business.name())
                .param("nameKey", NameKey.of(business.name()))
                .param("regionCode", regionCode)
                .param("itinerant", business.itinerant())
                .param("foundedOn", business.foundedOn())
                .param("legalForm", business.legalForm())
                .param("premises", business.premises())
                .param("activityText", business.activityText())
                .param("npwp", sealed.seal(business.npwp(), SealedTexts.NPWP, enterprise.value()));
        if (isNew) {
            statement.param("number", nextNumber().toString()).param("now", Sql.at(now));
        }
        statement.update();
    }

    private EnterpriseNumber nextNumber() {
        return new EnterpriseNumber(database.sql("select nextval('registry.enterprise_number')")
                .query(Long.class)
                .single());
    }

    private String numberOf(EnterpriseId enterprise) {
        return database.sql("select number from registry.enterprise where id = :id")
                .param("id", enterprise.value())
                .query(String.class)
                .single();
    }
}
