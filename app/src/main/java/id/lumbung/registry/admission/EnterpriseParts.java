package id.lumbung.registry.admission;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.registry.ActivityFact;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Phone;
import id.lumbung.registry.text.SealedTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What hangs on an enterprise: records, places, activities, contacts, sectors, observations. All but sectors only grow. */
@Component
public class EnterpriseParts {
    private static final String RECORD = """
            insert into registry.record_of_enterprise (id, source_record, enterprise, region_code, since)
            values (:id, :record, :enterprise, :regionCode, :since)
            """;
    private static final String PLACE = """
            insert into registry.place (id, enterprise, region_code, village_code, address, rt, rw, post_code, source_record, since)
            select :id, :enterprise, :regionCode, :village, cast(:address as text), cast(:rt as text), cast(:rw as text),
                   cast(:postCode as text), :record, :since
             where not exists (select 1
                                 from registry.place p
                                where p.enterprise = :enterprise
                                  and p.until is null
                                  and p.village_code = :village
                                  and lower(coalesce(p.address, '')) = lower(coalesce(cast(:address as text), ''))
                                  and coalesce(p.rt, '') = coalesce(cast(:rt as text), '')
                                  and coalesce(p.rw, '') = coalesce(cast(:rw as text), ''))
            """;
    private static final String ACTIVITY = """
            insert into registry.activity (id, enterprise, region_code, kbli_version, kbli_code, source_record, declared_on)
            values (:id, :enterprise, :regionCode, :version, :code, :record, :on)
            on conflict on constraint activity_once do nothing
            """;
    private static final String CONTACT = """
            insert into registry.contact (id, enterprise, region_code, kind, sealed, fingerprint, source_record, since)
            values (:id, :enterprise, :regionCode, :kind, :sealed, :fingerprint, :record, :since)
            on conflict on constraint contact_once do nothing
            """;
    private static final String OBSERVE = """
            insert into registry.observation (id, enterprise, region_code, kind, value, valid_on, year, known_at, known_by,
                                              source, evidence, source_record)
            values (:id, :enterprise, :regionCode, :kind, :value, :validOn, :year, :knownAt, :knownBy, :source, :evidence,
                    :record)
            """;

    private final JdbcClient database;
    private final SealedTexts sealed;
    private final CurrentActor currentActor;
    private final Clock clock;

    public EnterpriseParts(JdbcClient database, SealedTexts sealed, CurrentActor currentActor, Clock clock) {
        this.database = database;
        this.sealed = sealed;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Everything that a record adds to its enterprise. */
    public void attach(EnterpriseId enterprise, String regionCode, AdmittedRecord record) {
        database.sql(RECORD)
                .param("id", Ids.next())
                .param("record", record.id())
                .param("enterprise", enterprise.value())
                .param("regionCode", regionCode)
                .param("since", Sql.at(record.receivedAt()))
                .update();
        addPlace(enterprise, regionCode, record);
        for (ActivityFact activity : record.content().business().activities()) {
            database.sql(ACTIVITY)
                    .param("id", Ids.next())
                    .param("enterprise", enterprise.value())
                    .param("regionCode", regionCode)
                    .param("version", activity.kbliVersion())
                    .param("code", activity.kbliCode())
                    .param("record", record.id())
                    .param("on", record.content().receivedOn())
                    .update();
        }
        OwnerFacts owner = record.content().owner();
        Phone phone = owner.phone();
        if (phone != null) {
            addContact(enterprise, regionCode, record, "PHONE", phone.e164(), sealed.fingerprint(phone));
        }
        String email = owner.email();
        if (email != null && !email.isBlank()) {
            addContact(enterprise, regionCode, record, "EMAIL", email.strip(), sealed.emailFingerprint(email));
        }
        for (ObservedFact fact : record.content().observations()) {
            observe(enterprise, regionCode, fact, record.id());
        }
    }

    /** Places that only records of an earlier handing-in state. */
    public void endPlaces(List<UUID> records, LocalDate on) {
        database.sql("""
                        update registry.place set until = greatest(since, :on)
                         where source_record in (:records) and until is null
                        """).param("on", on).param("records", records).update();
    }

    private void addPlace(EnterpriseId enterprise, String regionCode, AdmittedRecord record) {
        BusinessFacts business = record.content().business();
        if (business.itinerant() || business.villageCode() == null) {
            return;
        }
        database.sql(PLACE)
                .param("id", Ids.next())
                .param("enterprise", enterprise.value())
                .param("regionCode", regionCode)
                .param("village", business.villageCode())
                .param("address", business.address())
                .param("rt", business.rt())
                .param("rw", business.rw())
                .param("postCode", business.postCode())
                .param("record", record.id())
                .param("since", record.content().receivedOn())
                .update();
    }

    private void addContact(
            EnterpriseId enterprise,
            String regionCode,
            AdmittedRecord record,
            String kind,
            String text,
            byte[] fingerprint) {
        UUID id = Ids.next();
        database.sql(CONTACT)
                .param("id", id)
                .param("enterprise", enterprise.value())
                .param("regionCode", regionCode)
                .param("kind", kind)
                .param("sealed", sealed.seal(text, SealedTexts.CONTACT, id))
                .param("fingerprint", fingerprint)
                .param("record", record.id())
                .param("since", record.content().receivedOn())
                .update();
    }

    public void replaceSectors(EnterpriseId enterprise, String regionCode, Set<String> sectors) {
        database.sql("delete from registry.enterprise_sector where enterprise = :enterprise")
                .param("enterprise", enterprise.value())
                .update();
        for (String sector : sectors) {
            database.sql("""
                            insert into registry.enterprise_sector (enterprise, sector, region_code)
                            values (:enterprise, :sector, :regionCode)
                            """)
                    .param("enterprise", enterprise.value())
                    .param("sector", sector)
                    .param("regionCode", regionCode)
                    .update();
        }
    }

    public void observe(EnterpriseId enterprise, String regionCode, ObservedFact fact, @Nullable UUID record) {
        database.sql(OBSERVE)
                .param("id", Ids.next())
                .param("enterprise", enterprise.value())
                .param("regionCode", regionCode)
                .param("kind", fact.kind().name())
                .param("value", fact.value())
                .param("validOn", fact.validOn())
                .param("year", fact.year())
                .param("knownAt", Sql.at(clock.instant()))
                .param("knownBy", currentActor.find().map(Actor::account).orElse(null))
                .param("source", fact.source())
                .param("evidence", fact.evidence())
                .param("record", record)
                .update();
    }
}
