package id.lumbung.registry.sheet;

import id.lumbung.platform.Sql;
import id.lumbung.registry.ActivityFact;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.Nib;
import id.lumbung.registry.NibRecord;
import id.lumbung.registry.Nik;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.Phone;
import id.lumbung.registry.SourceKind;
import id.lumbung.registry.admission.AdmittedRecord;
import id.lumbung.registry.admission.Payloads;
import id.lumbung.registry.text.EnterpriseNumber;
import id.lumbung.registry.text.SealedTexts;
import id.lumbung.registry.text.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of an enterprise shows, row by row. Sealed columns are opened here and masked by who shows them. */
@Component
@Transactional(readOnly = true)
public class EnterpriseQueries {
    private static final String HEAD = """
            select id, number, name, region_code, itinerant, founded_on, legal_form, premises, activity_text,
                   npwp_sealed, version
              from registry.enterprise
             where id = registry.survivor_of(:id)
            """;
    private static final String OWNERS = """
            select p.id, p.name, p.nik_sealed, p.nik_unknown_reason, p.kk_sealed, p.birth_place, p.birth_date,
                   p.home_region_code, p.home_address, p.name_key, min(o.since) as since,
                   case when bool_or(o.until is null) then null else max(o.until) end as until
              from registry.ownership o
              join registry.person p on p.id = o.person
             where o.enterprise = any (registry.pub_parts_of(:id))
             group by p.id
             order by until nulls first, since, p.id
             limit 100
            """;
    private static final String PLACES = """
            select p.village_code, p.address, p.rt, p.rw, p.post_code, p.since, p.until
              from registry.place p
              join registry.record_of_enterprise m on m.source_record = p.source_record
                                                  and m.until is null and m.superseded_by is null
             where p.enterprise = any (registry.pub_parts_of(:id))
             order by p.until nulls first, p.since desc, p.id
             limit 100
            """;
    private static final String ACTIVITIES = """
            select a.kbli_version, a.kbli_code, max(a.declared_on) as declared_on
              from registry.activity a
              join registry.record_of_enterprise m on m.source_record = a.source_record
                                                  and m.until is null and m.superseded_by is null
             where a.enterprise = any (registry.pub_parts_of(:id))
             group by a.kbli_version, a.kbli_code
             order by declared_on desc, a.kbli_version desc, a.kbli_code
             limit 100
            """;
    private static final String CONTACTS = """
            select distinct on (c.kind, c.fingerprint) c.id, c.kind, c.sealed
              from registry.contact c
              join registry.record_of_enterprise m on m.source_record = c.source_record
                                                  and m.until is null and m.superseded_by is null
             where c.enterprise = any (registry.pub_parts_of(:id))
             order by c.kind desc, c.fingerprint, c.since desc, c.id
             limit 50
            """;
    private static final String SECTORS = """
            select sector
              from registry.enterprise_sector
             where enterprise = :id
             order by sector
             limit 50
            """;
    private static final String OBSERVATIONS = """
            select kind, value, valid_on, year, known_at, known_by, source, evidence,
                   source_record is not null as with_record
              from registry.observation
             where enterprise = any (registry.pub_parts_of(:id))
             order by valid_on desc, known_at desc, id desc
             limit 200
            """;
    private static final String NIBS = """
            select n.nib, n.issued_on, n.note, n.recorded_at, n.recorded_by,
                   registry.enterprises_under_nib(n.nib, n.enterprise) as others
              from registry.nib_record n
             where n.enterprise = any (registry.pub_parts_of(:id))
             order by n.recorded_at desc, n.id
             limit 50
            """;
    private static final String SOURCES = """
            select r.kind, r.received_on, r.received_at, r.received_by, e.number
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
              join registry.enterprise e on e.id = m.enterprise
             where m.enterprise = any (registry.pub_parts_of(:id))
               and m.until is null
             order by r.received_at desc, r.id
             limit 200
            """;
    private static final String RECORDS = """
            select r.id, r.received_at, r.payload, e.number
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
              join registry.enterprise e on e.id = m.enterprise
             where m.enterprise = any (registry.pub_parts_of(:id))
               and m.until is null
               and m.superseded_by is null
             order by r.received_at desc, r.id
             limit 50
            """;
    private static final String MERGED = """
            select id, number, name
              from registry.enterprise
             where merged_into = :id
             order by number
             limit 100
            """;
    private static final String BEYOND = "select number, kecamatan from registry.survivor_beyond_sight(:id)";
    private static final String MERGES = """
            select m.at, m.done_by, m.why, m.undoes is not null as undone, s.number as survivor, d.number as merged
              from registry.merge m
              join registry.enterprise s on s.id = m.survivor
              join registry.enterprise d on d.id = m.merged
             where m.survivor = any (registry.pub_parts_of(:id))
                or m.merged = any (registry.pub_parts_of(:id))
             order by m.at desc, m.id desc
             limit 200
            """;

    public record Head(
            EnterpriseId id,
            String number,
            String name,
            String regionCode,
            boolean itinerant,
            @Nullable LocalDate foundedOn,
            String legalForm,
            String premises,
            String activityText,
            @Nullable String npwp,
            int version) {
        @Override
        public String toString() {
            return "Head[" + number + "]";
        }
    }

    public record Owner(
            UUID id,
            String name,
            @Nullable Nik nik,
            @Nullable String nikUnknownReason,
            @Nullable FamilyCardNumber kk,
            @Nullable String birthPlace,
            @Nullable LocalDate birthDate,
            @Nullable String homeRegionCode,
            @Nullable String homeAddress,
            LocalDate since,
            @Nullable LocalDate until) {
        @Override
        public String toString() {
            return "Owner[" + id + "]";
        }
    }

    public record Place(
            String villageCode,
            @Nullable String address,
            @Nullable String rt,
            @Nullable String rw,
            @Nullable String postCode,
            LocalDate since,
            @Nullable LocalDate until) {
        List<String> spot() {
            return Stream.of(villageCode, address, rt, rw)
                    .map(part -> part == null ? "" : part.toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    public record Activity(ActivityFact code, LocalDate declaredOn) {}

    public record Contact(UUID id, String kind, String text) {
        @Override
        public String toString() {
            return "Contact[" + kind + "]";
        }

        String masked() {
            return kind.equals("EMAIL") ? maskedEmail(text) : Typed.masked(new Phone(text).national());
        }

        static String maskedEmail(String email) {
            return email.replaceFirst("^(.).*@", "$1***@");
        }

        String plain() {
            return kind.equals("EMAIL") ? text : new Phone(text).national();
        }
    }

    public record Seen(
            ObservedFact fact, Instant knownAt, @Nullable UUID knownBy, boolean withRecord) {}

    public record NibLine(
            NibRecord record, Instant recordedAt, @Nullable UUID recordedBy, long others) {}

    public record Source(
            SourceKind kind,
            LocalDate receivedOn,
            Instant receivedAt,
            @Nullable UUID receivedBy,
            String number) {}

    /** A record that counts, with the number of the enterprise that it came in under. */
    public record Counted(AdmittedRecord record, String number) {}

    /** An enterprise that became part of this one. */
    public record Merged(EnterpriseId id, String number, String name) {}

    /** Where the enterprise that this one became part of lies, when that is out of sight. */
    public record Beyond(String number, String kecamatan) {}

    /** An entry of the journal of merges; undone: they were parted. */
    public record MergeEntry(Instant at, UUID by, String why, boolean undone, String survivor, String merged) {}

    private final JdbcClient database;
    private final SealedTexts sealed;
    private final Payloads payloads;

    public EnterpriseQueries(JdbcClient database, SealedTexts sealed, Payloads payloads) {
        this.database = database;
        this.sealed = sealed;
        this.payloads = payloads;
    }

    /** Of one that became part of another, the head of that other one as far as it is in sight. */
    public Optional<Head> head(EnterpriseId id) {
        return of(HEAD, id)
                .query((row, number) -> {
                    byte[] npwp = row.getBytes("npwp_sealed");
                    UUID itself = Sql.uuid(row, "id");
                    return new Head(
                            new EnterpriseId(itself),
                            row.getString("number"),
                            row.getString("name"),
                            row.getString("region_code"),
                            row.getBoolean("itinerant"),
                            Sql.dateOrNull(row, "founded_on"),
                            row.getString("legal_form"),
                            row.getString("premises"),
                            row.getString("activity_text"),
                            npwp == null ? null : sealed.open(npwp, SealedTexts.NPWP, itself),
                            row.getInt("version"));
                })
                .optional();
    }

    public Optional<EnterpriseId> withNumber(EnterpriseNumber number) {
        return database.sql("select id from registry.enterprise where number = :number")
                .param("number", number.toString())
                .query(UUID.class)
                .optional()
                .map(EnterpriseId::new);
    }

    /** Each person once; and of one name only one who has no NIK, none if somebody of that name has one. */
    public List<Owner> owners(EnterpriseId id) {
        record Named(String nameKey, Owner owner) {
            boolean mayBe(Named other) {
                return owner.nik() == null
                        && owner.until() == null
                        && other.owner().until() == null
                        && nameKey.equals(other.nameKey());
            }
        }
        List<Named> named = of(OWNERS, id)
                .query((row, number) -> {
                    UUID person = Sql.uuid(row, "id");
                    byte[] nik = row.getBytes("nik_sealed");
                    byte[] kk = row.getBytes("kk_sealed");
                    return new Named(
                            row.getString("name_key"),
                            new Owner(
                                    person,
                                    row.getString("name"),
                                    nik == null ? null : new Nik(sealed.open(nik, SealedTexts.NIK, person)),
                                    row.getString("nik_unknown_reason"),
                                    kk == null
                                            ? null
                                            : new FamilyCardNumber(sealed.open(kk, SealedTexts.FAMILY_CARD, person)),
                                    row.getString("birth_place"),
                                    Sql.dateOrNull(row, "birth_date"),
                                    row.getString("home_region_code"),
                                    row.getString("home_address"),
                                    Sql.date(row, "since"),
                                    Sql.dateOrNull(row, "until")));
                })
                .list();
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Named one = named.get(i);
            boolean told = named.subList(0, i).stream().anyMatch(one::mayBe)
                    || named.stream().anyMatch(other -> other.owner().nik() != null && one.mayBe(other));
            if (!told) {
                owners.add(one.owner());
            }
        }
        return owners;
    }

    /** A place that several records state is told once as long as it stands. */
    public List<Place> places(EnterpriseId id) {
        Set<List<String>> standing = new HashSet<>();
        return of(PLACES, id)
                .query((row, number) -> new Place(
                        row.getString("village_code"),
                        row.getString("address"),
                        row.getString("rt"),
                        row.getString("rw"),
                        row.getString("post_code"),
                        Sql.date(row, "since"),
                        Sql.dateOrNull(row, "until")))
                .stream()
                .filter(place -> place.until() != null || standing.add(place.spot()))
                .toList();
    }

    public List<Activity> activities(EnterpriseId id) {
        return of(ACTIVITIES, id)
                .query((row, number) -> new Activity(
                        new ActivityFact(row.getString("kbli_version"), row.getString("kbli_code")),
                        Sql.date(row, "declared_on")))
                .list();
    }

    /** The same number may stand twice while keys change, hashed with two of them; it is shown once. */
    public List<Contact> contacts(EnterpriseId id) {
        Set<String> shown = new HashSet<>();
        return of(CONTACTS, id)
                .query((row, number) -> {
                    UUID contact = Sql.uuid(row, "id");
                    return new Contact(
                            contact,
                            row.getString("kind"),
                            sealed.open(row.getBytes("sealed"), SealedTexts.CONTACT, contact));
                })
                .stream()
                .filter(contact -> shown.add(contact.kind() + contact.text()))
                .toList();
    }

    public List<String> sectors(EnterpriseId id) {
        return of(SECTORS, id).query(String.class).list();
    }

    public List<Seen> observations(EnterpriseId id) {
        return of(OBSERVATIONS, id)
                .query((row, number) -> new Seen(
                        new ObservedFact(
                                ObservationKind.valueOf(row.getString("kind")),
                                row.getLong("value"),
                                Sql.date(row, "valid_on"),
                                row.getInt("year"),
                                row.getString("source"),
                                row.getString("evidence")),
                        Sql.instant(row, "known_at"),
                        Sql.uuidOrNull(row, "known_by"),
                        row.getBoolean("with_record")))
                .list();
    }

    /** A NIB that was recorded under several numbers of the same enterprise is told once. */
    public List<NibLine> nibs(EnterpriseId id) {
        Set<Nib> told = new HashSet<>();
        return of(NIBS, id)
                .query((row, number) -> new NibLine(
                        new NibRecord(
                                new Nib(row.getString("nib")), Sql.dateOrNull(row, "issued_on"), row.getString("note")),
                        Sql.instant(row, "recorded_at"),
                        Sql.uuidOrNull(row, "recorded_by"),
                        row.getLong("others")))
                .stream()
                .filter(line -> told.add(line.record().nib()))
                .toList();
    }

    public List<Source> sources(EnterpriseId id) {
        return of(SOURCES, id)
                .query((row, number) -> new Source(
                        SourceKind.valueOf(row.getString("kind")),
                        Sql.date(row, "received_on"),
                        Sql.instant(row, "received_at"),
                        Sql.uuidOrNull(row, "received_by"),
                        row.getString("number")))
                .list();
    }

    /** What came in and counts, within sight, opened. */
    public List<Counted> records(EnterpriseId id) {
        return of(RECORDS, id)
                .query((row, number) -> {
                    UUID record = Sql.uuid(row, "id");
                    return new Counted(
                            new AdmittedRecord(
                                    record,
                                    Sql.instant(row, "received_at"),
                                    payloads.open(record, row.getBytes("payload"))),
                            row.getString("number"));
                })
                .list();
    }

    /** What became part of it, by number. */
    public List<Merged> merged(EnterpriseId id) {
        return of(MERGED, id)
                .query((row, number) -> new Merged(
                        new EnterpriseId(Sql.uuid(row, "id")), row.getString("number"), row.getString("name")))
                .list();
    }

    /** The one with this number among those that became part of it; the only one when no number is given. */
    public Optional<EnterpriseId> chosen(EnterpriseId id, @Nullable String number) {
        List<Merged> merged = merged(id);
        if (number == null || number.isBlank()) {
            return merged.size() == 1 ? Optional.of(merged.getFirst().id()) : Optional.empty();
        }
        String wanted =
                EnterpriseNumber.find(number).map(EnterpriseNumber::toString).orElse("");
        return merged.stream()
                .filter(one -> one.number().equals(wanted))
                .map(Merged::id)
                .findFirst();
    }

    public Optional<Beyond> beyond(EnterpriseId id) {
        return of(BEYOND, id)
                .query((row, number) -> new Beyond(row.getString("number"), row.getString("kecamatan")))
                .optional();
    }

    /** Merges and partings of it and of all that is part of it, the newest first. */
    public List<MergeEntry> merges(EnterpriseId id) {
        return of(MERGES, id)
                .query((row, number) -> new MergeEntry(
                        Sql.instant(row, "at"),
                        Sql.uuid(row, "done_by"),
                        row.getString("why"),
                        row.getBoolean("undone"),
                        row.getString("survivor"),
                        row.getString("merged")))
                .list();
    }

    /** The number of this one, whatever it is part of. */
    public Optional<String> numberOf(EnterpriseId id) {
        return of("select number from registry.enterprise where id = :id", id)
                .query(String.class)
                .optional();
    }

    private JdbcClient.StatementSpec of(String sql, EnterpriseId id) {
        return database.sql(sql).param("id", id.value());
    }
}
