package id.lumbung.registry.admission;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.Nik;
import id.lumbung.registry.NikUnknownReason;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.text.NameKey;
import id.lumbung.registry.text.SealedTexts;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Owners. A NIK names one person wherever the businesses are; without one, the owner of the same name of the same
 * enterprise is taken to be the same, and nobody else: two "Sri Rahayu" stay two.
 */
@Component
public class People {
    private static final String OWNERS = """
            select p.id, p.name_key, p.nik_fingerprint is not null as has_nik
              from registry.ownership o
              join registry.person p on p.id = o.person
             where o.enterprise = any (registry.pub_parts_of(:enterprise))
               and o.until is null
             order by o.since, o.id
            """;
    private static final String OWN = """
            insert into registry.ownership (id, enterprise, person, region_code, since)
            values (:id, :enterprise, :person, :regionCode, :since)
            on conflict (enterprise, person) where until is null do nothing
            """;
    private static final String RECORDS_OF_PERSON = """
            select r.id, r.received_at, r.payload
              from registry.record_of_person p
              join registry.source_record r on r.id = p.source_record
              join registry.record_of_enterprise m on m.source_record = r.id
                                                  and m.until is null and m.superseded_by is null
             where p.person = :person
             order by r.received_at, r.id
            """;
    /** Those of whom these records speak: in how many records that still count, anywhere and of this enterprise. */
    private static final String SPOKEN_OF = """
            select p.person,
                   count(m.id) as anywhere,
                   count(m.id) filter (where m.enterprise = :enterprise) as here
              from registry.record_of_person p
              left join registry.record_of_person o on o.person = p.person
              left join registry.record_of_enterprise m on m.source_record = o.source_record
                                                       and m.until is null and m.superseded_by is null
             where p.source_record in (:records)
             group by p.person
             order by p.person
            """;

    private static final String WRITE = """
            insert into registry.person (id, nik_sealed, nik_fingerprint, nik_unknown_reason, kk_sealed, kk_fingerprint, name,
                                         name_key, sex, birth_date, birth_place, home_region_code, home_address, education,
                                         disability)
            values (:id, :nik, :nikFingerprint, :nikUnknownReason, :kk, :kkFingerprint, :name, :nameKey, :sex, :birthDate,
                    :birthPlace, :homeRegionCode, :homeAddress, :education, :disability)
            on conflict (id) do update
               set nik_sealed = excluded.nik_sealed, nik_fingerprint = excluded.nik_fingerprint,
                   nik_unknown_reason = excluded.nik_unknown_reason, kk_sealed = excluded.kk_sealed,
                   kk_fingerprint = excluded.kk_fingerprint, name = excluded.name, name_key = excluded.name_key,
                   sex = excluded.sex, birth_date = excluded.birth_date, birth_place = excluded.birth_place,
                   home_region_code = excluded.home_region_code, home_address = excluded.home_address,
                   education = excluded.education, disability = excluded.disability, version = person.version + 1
            """;
    private static final String BELONGS = """
            insert into registry.record_of_person (source_record, person, region_code)
            values (:record, :person, :regionCode)
            """;

    private record Owner(UUID id, String nameKey, boolean hasNik) {}

    private record SpokenOf(UUID person, int anywhere, int here) {}

    private final JdbcClient database;
    private final SealedTexts sealed;
    private final Payloads payloads;

    public People(JdbcClient database, SealedTexts sealed, Payloads payloads) {
        this.database = database;
        this.sealed = sealed;
        this.payloads = payloads;
    }

    /**
     * Makes the owner of a record an owner of the enterprise, and derives who that is from all records of the person.
     *
     * @param superseded records in whose place this one comes: who was known from them alone is the same human being,
     *     corrected; who is no longer spoken of is no longer an owner
     */
    public void own(EnterpriseId enterprise, String regionCode, AdmittedRecord record, List<UUID> superseded) {
        OwnerFacts facts = record.content().owner();
        List<SpokenOf> before = spokenOf(enterprise, superseded);
        UUID corrected = before.stream()
                .filter(one -> one.anywhere() == 0)
                .map(SpokenOf::person)
                .findFirst()
                .orElse(null);
        UUID person = personOf(facts, enterprise, record, corrected);
        before.stream()
                .filter(one -> one.here() == 0 && !one.person().equals(person))
                .forEach(one -> endOwnership(enterprise, one.person(), record.content()));
        database.sql(OWN)
                .param("id", Ids.next())
                .param("enterprise", enterprise.value())
                .param("person", person)
                .param("regionCode", regionCode)
                .param("since", record.content().receivedOn())
                .update();
        List<AdmittedRecord> records = recordsOf(person);
        records.add(record);
        write(person, Derivation.owner(records));
        database.sql(BELONGS)
                .param("record", record.id())
                .param("person", person)
                .param("regionCode", record.content().regionCode())
                .update();
    }

    private List<SpokenOf> spokenOf(EnterpriseId enterprise, List<UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return Sight.system(
                "whether a person is known from other records",
                () -> database.sql(SPOKEN_OF)
                        .param("enterprise", enterprise.value())
                        .param("records", records)
                        .query((row, number) ->
                                new SpokenOf(Sql.uuid(row, "person"), row.getInt("anywhere"), row.getInt("here")))
                        .list());
    }

    private UUID personOf(OwnerFacts facts, EnterpriseId enterprise, AdmittedRecord record, @Nullable UUID corrected) {
        List<Owner> owners = database.sql(OWNERS)
                .param("enterprise", enterprise.value())
                .query((row, number) ->
                        new Owner(Sql.uuid(row, "id"), row.getString("name_key"), row.getBoolean("has_nik")))
                .list();
        String nameKey = NameKey.of(facts.name());
        Nik nik = facts.nik();
        if (nik == null && corrected != null) {
            return corrected;
        }
        if (nik == null) {
            return owners.stream()
                    .filter(owner -> owner.nameKey().equals(nameKey))
                    .map(Owner::id)
                    .findFirst()
                    .orElseGet(Ids::next);
        }
        Optional<Owner> sameNameWithoutNik = owners.stream()
                .filter(owner -> !owner.hasNik() && owner.nameKey().equals(nameKey))
                .findFirst();
        Optional<UUID> known = withNik(nik);
        if (known.isEmpty() && corrected != null) {
            return corrected;
        }
        if (known.isEmpty()) {
            return sameNameWithoutNik.map(Owner::id).orElseGet(Ids::next);
        }
        sameNameWithoutNik.ifPresent(owner -> endOwnership(enterprise, owner.id(), record.content()));
        return known.get();
    }

    /** Also holds back anybody who is just now entering the same NIK. */
    private Optional<UUID> withNik(Nik nik) {
        List<byte[]> fingerprints = sealed.fingerprints(nik);
        for (byte[] fingerprint : fingerprints) {
            database.sql("select pg_advisory_xact_lock(:key)")
                    .param("key", ByteBuffer.wrap(fingerprint).getLong())
                    .query(rows -> {});
        }
        return fingerprints.stream()
                .flatMap(fingerprint -> database
                        .sql("select registry.person_with_nik(:fingerprint)")
                        .param("fingerprint", fingerprint)
                        .query(UUID.class)
                        .optional()
                        .stream())
                .findFirst();
    }

    private void endOwnership(EnterpriseId enterprise, UUID person, IncomingRecord record) {
        database.sql("""
                        update registry.ownership set until = greatest(since, :on)
                         where enterprise = :enterprise and person = :person and until is null
                        """)
                .param("on", record.receivedOn())
                .param("enterprise", enterprise.value())
                .param("person", person)
                .update();
    }

    private List<AdmittedRecord> recordsOf(UUID person) {
        return Sight.system(
                "deriving a person from all records",
                () -> new java.util.ArrayList<>(database.sql(RECORDS_OF_PERSON)
                        .param("person", person)
                        .query((row, number) -> {
                            UUID id = Sql.uuid(row, "id");
                            return new AdmittedRecord(
                                    id, Sql.instant(row, "received_at"), payloads.open(id, row.getBytes("payload")));
                        })
                        .list()));
    }

    private void write(UUID person, OwnerFacts facts) {
        Nik nik = facts.nik();
        FamilyCardNumber kk = facts.kk();
        String reason = facts.nikUnknownReason() == null ? NikUnknownReason.OTHER.name() : facts.nikUnknownReason();
        database.sql(WRITE)
                .param("id", person)
                .param("nik", sealed.seal(nik == null ? null : nik.value(), SealedTexts.NIK, person))
                .param("nikFingerprint", nik == null ? null : sealed.fingerprint(nik))
                .param("nikUnknownReason", nik == null ? reason : null)
                .param("kk", sealed.seal(kk == null ? null : kk.value(), SealedTexts.FAMILY_CARD, person))
                .param("kkFingerprint", kk == null ? null : sealed.fingerprint(kk))
                .param("name", facts.name())
                .param("nameKey", NameKey.of(facts.name()))
                .param("sex", facts.sex() == null ? null : facts.sex().name())
                .param("birthDate", facts.birthDate())
                .param("birthPlace", facts.birthPlace())
                .param("homeRegionCode", facts.homeRegionCode())
                .param("homeAddress", facts.homeAddress())
                .param("education", facts.education())
                .param("disability", facts.disability())
                .update();
    }
}
