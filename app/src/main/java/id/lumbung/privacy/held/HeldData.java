package id.lumbung.privacy.held;

import static java.util.stream.Collectors.joining;

import id.lumbung.intake.RecordsOfPersons;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Texts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Registry;
import id.lumbung.registry.sheet.EnterpriseQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what is held of one person from register, applications, documents, licences and lists that came in, wherever in
 * the regency it lies: the answer must be complete. Long numbers stay masked; the person knows her own, and paper gets lost.
 */
@Component
public class HeldData {
    private static final int MOST_LOOKS = 500;
    private static final String APPLICATIONS = """
            select id, receipt, region_code, state_id, owner_name, business_name, created_at, submitted_at, ended_at
              from licensing.pub_application
             where enterprise in (:enterprises) and erased_at is null
             order by created_at, id
             limit 500
            """;
    private static final String ATTACHMENTS = """
            select kind, bytes, uploaded_at
              from licensing.pub_attachment
             where application = :application and replaced_at is null and disposed_at is null
             order by kind
             limit 50
            """;
    private static final String LICENCES = """
            select id, number, issued_on, valid_until, state, holder_name, business_name
              from licensing.pub_licence
             where enterprise in (:enterprises)
             order by issued_on, id
             limit 500
            """;
    /** What went: the person is told (art. 45). */
    private static final String DISPOSALS = """
            select at, label, items
              from privacy.disposal
             where application in (:applications)
             order by at, id
             limit 500
            """;

    private static final String LOOKS = """
            select at, roles, unit, what, purpose, count(*) over () as in_all
              from identity.pub_reading_by_office
             where subject in (:subjects)
             order by at desc, entry desc
             limit :limit
            """;

    private final JdbcClient database;
    private final Registry registry;
    private final EnterpriseQueries enterprises;
    private final RecordsOfPersons lists;
    private final Clock clock;

    HeldData(
            JdbcClient database,
            Registry registry,
            EnterpriseQueries enterprises,
            RecordsOfPersons lists,
            Clock clock) {
        this.database = database;
        this.registry = registry;
        this.enterprises = enterprises;
        this.lists = lists;
        this.clock = clock;
    }

    /** Of a person by her NIK, whether or not she is in the register. */
    @Transactional(readOnly = true)
    public HeldReport of(@Nullable UUID person, Nik nik) {
        return Objects.requireNonNull(Sight.system("a person asks what is held of her", () -> {
            HeldReport known =
                    person == null ? new HeldReport(clock.instant(), List.of(), List.of(), 0) : gather(person);
            List<HeldReport.Section> sections = new ArrayList<>(known.sections());
            lists.of(nik).forEach(row -> sections.add(section(row)));
            return new HeldReport(known.at(), sections, known.looks(), known.looksInAll());
        }));
    }

    private static HeldReport.Section section(RecordsOfPersons.Row row) {
        Facts facts = new Facts();
        facts.add("name", row.owner());
        facts.add("business", row.business());
        facts.add("activity", row.activity());
        facts.add("place", row.address());
        facts.add("row", Integer.toString(row.line()));
        facts.add("entered", day(row.enteredAt()).toString());
        String about = row.sheet().isBlank() ? row.file() : row.file() + ", " + row.sheet();
        return new HeldReport.Section("list", about, "LIST", "task", "LISTS", facts.all());
    }

    private HeldReport gather(UUID person) {
        List<HeldReport.Section> sections = new ArrayList<>();
        Set<UUID> subjects = new LinkedHashSet<>(Set.of(person));
        List<EnterpriseId> owned = registry.enterprisesOf(person);
        Set<UUID> numbers = new LinkedHashSet<>();
        boolean named = false;
        for (EnterpriseId id : owned) {
            List<EnterpriseId> parts = registry.partsOf(id);
            parts.forEach(part -> numbers.add(part.value()));
            EnterpriseQueries.Head head = enterprises.head(id).orElse(null);
            if (head == null) {
                continue;
            }
            if (!named) {
                named = identity(id, person, sections);
            }
            business(head, sections);
        }
        if (!numbers.isEmpty()) {
            subjects.addAll(numbers);
            applications(List.copyOf(numbers), subjects, sections);
            licences(List.copyOf(numbers), subjects, sections);
        }
        List<HeldReport.Look> looks = new ArrayList<>();
        int[] inAll = {0};
        database.sql(LOOKS)
                .param("subjects", subjects)
                .param("limit", MOST_LOOKS)
                .query(row -> {
                    inAll[0] = row.getInt("in_all");
                    looks.add(new HeldReport.Look(
                            Sql.instant(row, "at"),
                            row.getString("roles"),
                            row.getString("unit"),
                            row.getString("what"),
                            row.getString("purpose")));
                });
        return new HeldReport(clock.instant(), sections, looks, inAll[0]);
    }

    private boolean identity(EnterpriseId enterprise, UUID person, List<HeldReport.Section> sections) {
        for (EnterpriseQueries.Owner owner : enterprises.owners(enterprise)) {
            if (owner.id().equals(person)) {
                Facts facts = new Facts();
                facts.add("name", owner.name());
                facts.add("nik", owner.nik() == null ? null : owner.nik().masked());
                facts.add("kk", owner.kk() == null ? null : owner.kk().masked());
                facts.add("birth", joined(owner.birthPlace(), owner.birthDate()));
                facts.add("home", owner.homeAddress());
                sections.add(section("identity", "", enterprises.sources(enterprise), "task", "REGISTER", facts.all()));
                return true;
            }
        }
        return false;
    }

    private void business(EnterpriseQueries.Head head, List<HeldReport.Section> sections) {
        List<EnterpriseQueries.Source> sources = enterprises.sources(head.id());
        String about = head.name() + " ("
                + Stream.concat(
                                Stream.of(head.number()),
                                enterprises.merged(head.id()).stream().map(EnterpriseQueries.Merged::number))
                        .collect(joining(", "))
                + ")";
        Facts facts = new Facts();
        facts.add("business", head.name());
        facts.add("activity", head.activityText());
        facts.add("founded", text(head.foundedOn()));
        facts.add("npwp", head.npwp() == null ? null : "•••");
        enterprises.places(head.id()).forEach(place -> facts.add("place", place.address()));
        enterprises
                .nibs(head.id())
                .forEach(nib -> facts.add("nib", nib.record().nib().value()));
        sections.add(section("business", about, sources, "task", "REGISTER", facts.all()));
        Facts contacts = new Facts();
        enterprises.contacts(head.id()).forEach(contact -> contacts.add("contact", contact.text()));
        if (!contacts.all().isEmpty()) {
            sections.add(section("contact", about, sources, "task", "REGISTER", contacts.all()));
        }
        Facts figures = new Facts();
        enterprises
                .observations(head.id())
                .forEach(seen -> figures.add(
                        "observation." + seen.fact().kind().name(),
                        seen.fact().value() + " (" + seen.fact().year() + ")"));
        if (!figures.all().isEmpty()) {
            sections.add(section("figures", about, sources, "task", "REGISTER", figures.all()));
        }
    }

    private void applications(List<UUID> owned, Set<UUID> subjects, List<HeldReport.Section> sections) {
        record Found(UUID id, String receipt, Facts facts) {}
        List<Found> found = database.sql(APPLICATIONS)
                .param("enterprises", owned)
                .query((row, number) -> {
                    Facts facts = new Facts();
                    facts.add("receipt", row.getString("receipt"));
                    facts.add("business", row.getString("business_name"));
                    facts.add("state", row.getString("state_id"));
                    facts.add("begun", text(day(Sql.instant(row, "created_at"))));
                    return new Found(Sql.uuid(row, "id"), row.getString("receipt"), facts);
                })
                .list();
        if (!found.isEmpty()) {
            gone(found.stream().map(Found::id).toList(), sections);
        }
        for (Found one : found) {
            subjects.add(one.id());
            sections.add(new HeldReport.Section(
                    "application",
                    one.receipt(),
                    "APPLICATION",
                    "task",
                    "APPLICATION",
                    one.facts().all()));
            Facts papers = new Facts();
            database.sql(ATTACHMENTS).param("application", one.id()).query(row -> {
                papers.add(
                        "paper",
                        row.getString("kind") + ", " + (row.getInt("bytes") + 1023) / 1024 + " KB, "
                                + day(Sql.instant(row, "uploaded_at")));
            });
            if (!papers.all().isEmpty()) {
                sections.add(new HeldReport.Section(
                        "documents", one.receipt(), "APPLICATION", "task", "APPLICATION_DOCUMENTS", papers.all()));
            }
        }
    }

    private void gone(List<UUID> applications, List<HeldReport.Section> sections) {
        Facts facts = new Facts();
        database.sql(DISPOSALS).param("applications", applications).query(row -> {
            facts.add("gone", row.getString("label") + ", " + row.getInt("items") + ", " + day(Sql.instant(row, "at")));
        });
        if (!facts.all().isEmpty()) {
            sections.add(new HeldReport.Section("gone", "", "OFFICE", "task", "DISPOSAL_PROOF", facts.all()));
        }
    }

    private void licences(List<UUID> owned, Set<UUID> subjects, List<HeldReport.Section> sections) {
        database.sql(LICENCES).param("enterprises", owned).query(row -> {
            subjects.add(Sql.uuid(row, "id"));
            Facts facts = new Facts();
            facts.add("licence", row.getString("number"));
            facts.add("issued", text(Sql.date(row, "issued_on")));
            facts.add("until", text(Sql.dateOrNull(row, "valid_until")));
            facts.add("name", row.getString("holder_name"));
            facts.add("business", row.getString("business_name"));
            sections.add(new HeldReport.Section(
                    "licence", row.getString("number"), "OFFICE", "task", "LICENCE_REGISTER", facts.all()));
        });
    }

    private static HeldReport.Section section(
            String category,
            String about,
            List<EnterpriseQueries.Source> sources,
            String basis,
            String retention,
            List<HeldReport.Fact> facts) {
        String kinds = sources.stream()
                .map(source -> source.kind().name())
                .distinct()
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElse("OFFICE");
        return new HeldReport.Section(category, about, kinds, basis, retention, facts);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Texts.ZONE).toLocalDate();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String joined(@Nullable Object one, @Nullable Object other) {
        return one == null ? text(other) : other == null ? text(one) : one + ", " + other;
    }

    private static final class Facts {
        private final List<HeldReport.Fact> facts = new ArrayList<>();

        void add(String label, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                facts.add(new HeldReport.Fact(label, value));
            }
        }

        List<HeldReport.Fact> all() {
            return List.copyOf(facts);
        }
    }
}
