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
import id.lumbung.registry.text.EnterpriseNumber;
import id.lumbung.registry.text.SealedTexts;
import id.lumbung.registry.text.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
             where id = :id
            """;
    private static final String OWNERS = """
            select p.id, p.name, p.nik_sealed, p.nik_unknown_reason, p.kk_sealed, p.birth_place, p.birth_date,
                   p.home_region_code, p.home_address, o.since, o.until
              from registry.ownership o
              join registry.person p on p.id = o.person
             where o.enterprise = :id
             order by o.until nulls first, o.since, o.id
             limit 100
            """;
    private static final String PLACES = """
            select p.village_code, p.address, p.rt, p.rw, p.post_code, p.since, p.until
              from registry.place p
              join registry.record_of_enterprise m on m.source_record = p.source_record
                                                  and m.until is null and m.superseded_by is null
             where p.enterprise = :id
             order by p.until nulls first, p.since desc, p.id
             limit 100
            """;
    private static final String ACTIVITIES = """
            select a.kbli_version, a.kbli_code, max(a.declared_on) as declared_on
              from registry.activity a
              join registry.record_of_enterprise m on m.source_record = a.source_record
                                                  and m.until is null and m.superseded_by is null
             where a.enterprise = :id
             group by a.kbli_version, a.kbli_code
             order by declared_on desc, a.kbli_version desc, a.kbli_code
             limit 100
            """;
    private static final String CONTACTS = """
            select distinct on (c.kind, c.fingerprint) c.id, c.kind, c.sealed
              from registry.contact c
              join registry.record_of_enterprise m on m.source_record = c.source_record
                                                  and m.until is null and m.superseded_by is null
             where c.enterprise = :id
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
             where enterprise = :id
             order by valid_on desc, known_at desc, id desc
             limit 200
            """;
    private static final String NIBS = """
            select n.nib, n.issued_on, n.note, n.recorded_at, n.recorded_by,
                   registry.enterprises_under_nib(n.nib, n.enterprise) as others
              from registry.nib_record n
             where n.enterprise = :id
             order by n.recorded_at desc, n.id
             limit 50
            """;
    private static final String SOURCES = """
            select r.kind, r.received_on, r.received_at, r.received_by
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
             where m.enterprise = :id
               and m.until is null
             order by r.received_at desc, r.id
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
            @Nullable LocalDate until) {}

    public record Activity(ActivityFact code, LocalDate declaredOn) {}

    public record Contact(UUID id, String kind, String text) {
        @Override
        public String toString() {
            return "Contact[" + kind + "]";
        }

        String masked() {
            return kind.equals("EMAIL")
                    ? text.replaceFirst("^(.).*@", "$1***@")
                    : Typed.masked(new Phone(text).national());
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
            @Nullable UUID receivedBy) {}

    private final JdbcClient database;
    private final SealedTexts sealed;

    public EnterpriseQueries(JdbcClient database, SealedTexts sealed) {
        this.database = database;
        this.sealed = sealed;
    }

    public Optional<Head> head(EnterpriseId id) {
        return of(HEAD, id)
                .query((row, number) -> {
                    byte[] npwp = row.getBytes("npwp_sealed");
                    return new Head(
                            id,
                            row.getString("number"),
                            row.getString("name"),
                            row.getString("region_code"),
                            row.getBoolean("itinerant"),
                            Sql.dateOrNull(row, "founded_on"),
                            row.getString("legal_form"),
                            row.getString("premises"),
                            row.getString("activity_text"),
                            npwp == null ? null : sealed.open(npwp, SealedTexts.NPWP, id.value()),
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

    public List<Owner> owners(EnterpriseId id) {
        return of(OWNERS, id)
                .query((row, number) -> {
                    UUID person = Sql.uuid(row, "id");
                    byte[] nik = row.getBytes("nik_sealed");
                    byte[] kk = row.getBytes("kk_sealed");
                    return new Owner(
                            person,
                            row.getString("name"),
                            nik == null ? null : new Nik(sealed.open(nik, SealedTexts.NIK, person)),
                            row.getString("nik_unknown_reason"),
                            kk == null ? null : new FamilyCardNumber(sealed.open(kk, SealedTexts.FAMILY_CARD, person)),
                            row.getString("birth_place"),
                            Sql.dateOrNull(row, "birth_date"),
                            row.getString("home_region_code"),
                            row.getString("home_address"),
                            Sql.date(row, "since"),
                            Sql.dateOrNull(row, "until"));
                })
                .list();
    }

    public List<Place> places(EnterpriseId id) {
        return of(PLACES, id)
                .query((row, number) -> new Place(
                        row.getString("village_code"),
                        row.getString("address"),
                        row.getString("rt"),
                        row.getString("rw"),
                        row.getString("post_code"),
                        Sql.date(row, "since"),
                        Sql.dateOrNull(row, "until")))
                .list();
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

    public List<NibLine> nibs(EnterpriseId id) {
        return of(NIBS, id)
                .query((row, number) -> new NibLine(
                        new NibRecord(
                                new Nib(row.getString("nib")), Sql.dateOrNull(row, "issued_on"), row.getString("note")),
                        Sql.instant(row, "recorded_at"),
                        Sql.uuidOrNull(row, "recorded_by"),
                        row.getLong("others")))
                .list();
    }

    public List<Source> sources(EnterpriseId id) {
        return of(SOURCES, id)
                .query((row, number) -> new Source(
                        SourceKind.valueOf(row.getString("kind")),
                        Sql.date(row, "received_on"),
                        Sql.instant(row, "received_at"),
                        Sql.uuidOrNull(row, "received_by")))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, EnterpriseId id) {
        return database.sql(sql).param("id", id.value());
    }
}
