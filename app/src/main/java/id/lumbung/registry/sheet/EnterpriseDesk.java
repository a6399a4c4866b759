package id.lumbung.registry.sheet;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import id.lumbung.platform.Stale;
import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.Nib;
import id.lumbung.registry.NibRecord;
import id.lumbung.registry.Nik;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.Registry;
import id.lumbung.registry.RegistryProblem;
import id.lumbung.registry.merge.Merging;
import id.lumbung.registry.merge.SeenEnterprise;
import id.lumbung.registry.nib.NibRecords;
import id.lumbung.registry.search.EnterpriseSearch;
import id.lumbung.registry.size.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register for callers without a page, on behalf of the current actor, with the rules of the pages. */
@Component
@Transactional
public class EnterpriseDesk {
    private static final String NEWEST = """
            select id, number, name, region_code, first_seen_at
              from registry.enterprise
             where merged_into is null
               and (cast(:afterAt as timestamptz) is null
                    or (first_seen_at, id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
             order by first_seen_at desc, id desc
             limit :limit
            """;
    private static final String BY_NAME = """
            select id, number, name, region_code, first_seen_at
              from registry.enterprise
             where region_code in (:codes)
               and merged_into is null
               and (cast(:afterName as text) is null or (name, id) > (:afterName, cast(:afterId as uuid)))
             order by name, id
             limit :limit
            """;
    private static final int EARLIEST_YEAR = 1945;
    private static final long MOST_PERSONS = 100_000;
    private static final long MOST = 999_999_999_999_999L;
    private static final int LONGEST = 300;

    /** One line of a list. */
    public record Line(UUID id, String number, String name, String regionCode, Instant firstSeenAt) {}

    /** One answer of a search, with the keys of the reasons why it was found. */
    public record Hit(UUID id, String number, String name, String owners, String regionCode, List<String> reasons) {}

    /** Businesses of the same person that lie outside the territory: no more than how many, and in which kecamatan. */
    public record Elsewhere(String kecamatan, int businesses) {}

    public record Found(List<Hit> found, List<Elsewhere> elsewhere, boolean more) {}

    /**
     * Everything known of an enterprise; personal data masked.
     *
     * @param mergedNumbers numbers of enterprises that became part of it, which lead to it
     */
    public record File(
            UUID id,
            String number,
            int version,
            List<String> mergedNumbers,
            Head head,
            List<Owner> owners,
            List<Place> places,
            List<Activity> activities,
            List<Contact> contacts,
            Figures figures) {}

    public record Head(
            String name,
            String regionCode,
            boolean itinerant,
            @Nullable LocalDate foundedOn,
            String legalForm,
            String premises,
            String activity,
            List<String> sectors,
            boolean hasNpwp) {}

    public record Owner(
            UUID id,
            String name,
            @Nullable String maskedNik,
            @Nullable String nikUnknownReason,
            LocalDate since,
            @Nullable LocalDate until) {}

    public record Place(
            String villageCode,
            @Nullable String address,
            @Nullable String rt,
            @Nullable String rw,
            @Nullable String postCode,
            LocalDate since,
            @Nullable LocalDate until) {}

    public record Activity(String kbliVersion, String kbliCode, LocalDate declaredOn) {}

    public record Contact(UUID id, String kind, String masked) {}

    /** Numbers observed, NIBs recorded, and the size classes that follow; a size class that is unknown is null. */
    public record Figures(
            List<Observation> observations,
            List<NibLine> nibs,
            @Nullable String sizeForRegistration,
            @Nullable String sizeForProgramme) {}

    public record Observation(
            String kind, long value, int year, LocalDate validOn, String source, String evidence, Instant knownAt) {}

    public record NibLine(
            String nib,
            @Nullable LocalDate issuedOn,
            @Nullable String note,
            Instant recordedAt,
            long others) {}

    /** What somebody has seen or said. */
    public record Observed(
            @Nullable String kind,
            @Nullable Long value,
            @Nullable Integer year,
            @Nullable LocalDate validOn,
            @Nullable String source,
            @Nullable String evidence) {}

    /**
     * A NIB that OSS gave.
     *
     * @param shared whether it is known and meant that other enterprises stand under the same NIB
     */
    public record RecordedNib(
            @Nullable String nib,
            @Nullable LocalDate issuedOn,
            @Nullable String note,
            @Nullable Boolean shared) {}

    /** Personal data in full, by field; the look is in the reading log. */
    public record Revealed(UUID subject, Map<String, String> facts) {
        @Override
        public String toString() {
            return "Revealed[…]";
        }
    }

    private final JdbcClient database;
    private final EnterpriseQueries queries;
    private final EnterpriseSearch search;
    private final EnterpriseEdits edits;
    private final NibRecords nibs;
    private final Registry registry;
    private final Merging merging;
    private final Regions regions;
    private final ReadingLog readings;
    private final CurrentActor currentActor;
    private final Clock clock;

    EnterpriseDesk(
            JdbcClient database,
            EnterpriseQueries queries,
            EnterpriseSearch search,
            EnterpriseEdits edits,
            NibRecords nibs,
            Registry registry,
            Merging merging,
            Regions regions,
            ReadingLog readings,
            CurrentActor currentActor,
            Clock clock) {
        this.database = database;
        this.queries = queries;
        this.search = search;
        this.edits = edits;
        this.nibs = nibs;
        this.registry = registry;
        this.merging = merging;
        this.regions = regions;
        this.readings = readings;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The newest first; after a line that was seen before. */
    @Transactional(readOnly = true)
    public List<Line> newest(@Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_REGISTER);
        return database.sql(NEWEST)
                .param("afterAt", afterAt == null ? null : Sql.at(afterAt))
                .param("afterId", afterId)
                .param("limit", limit)
                .query(EnterpriseDesk::line)
                .list();
    }

    /** Those of one kecamatan or village, by name. */
    @Transactional(readOnly = true)
    public List<Line> in(String regionCode, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        currentActor.require().requireAnywhere(Permission.SEE_REGISTER);
        Region region = regions.find(regionCode)
                .filter(found -> found.level() == RegionLevel.KECAMATAN || found.level() == RegionLevel.VILLAGE)
                .orElseThrow(EnterpriseDesk::unknown);
        List<String> codes = new ArrayList<>(List.of(region.code()));
        if (region.level() == RegionLevel.KECAMATAN) {
            regions.villagesOf(region.code()).forEach(village -> codes.add(village.code()));
        }
        return database.sql(BY_NAME)
                .param("codes", codes)
                .param("afterName", afterName)
                .param("afterId", afterId)
                .param("limit", limit)
                .query(EnterpriseDesk::line)
                .list();
    }

    private static Line line(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Line(
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("region_code"),
                Sql.instant(row, "first_seen_at"));
    }

    /** What is typed is taken for everything that it can be. */
    public Found find(String typed) {
        currentActor.require().requireAnywhere(Permission.SEE_REGISTER);
        if (typed.isBlank() || typed.length() > 200) {
            throw new Invalid(new FieldProblems().add("q", "registry.search.length", 200));
        }
        EnterpriseSearch.Answer answer = search.search(typed);
        return new Found(
                answer.found().stream()
                        .map(found -> new Hit(
                                found.line().id().value(),
                                found.line().number(),
                                found.line().name(),
                                found.line().owners(),
                                found.line().regionCode(),
                                found.reasons().stream()
                                        .map(EnterpriseSearch.Why::key)
                                        .toList()))
                        .toList(),
                answer.elsewhere().stream()
                        .map(match -> new Elsewhere(match.regionCode(), match.businesses()))
                        .toList(),
                answer.more());
    }

    /** The whole enterprise; of one that became part of another, that other one. Opening it is recorded. */
    @Transactional
    public File get(UUID id) {
        EnterpriseQueries.Head head = head(id, Permission.SEE_REGISTER);
        EnterpriseId enterprise = head.id();
        readings.record("enterprise", enterprise.value(), "page", "api", head.regionCode());
        LocalDate today = LocalDate.now(clock);
        return new File(
                enterprise.value(),
                head.number(),
                head.version(),
                queries.merged(enterprise).stream()
                        .map(EnterpriseQueries.Merged::number)
                        .toList(),
                new Head(
                        head.name(),
                        head.regionCode(),
                        head.itinerant(),
                        head.foundedOn(),
                        head.legalForm(),
                        head.premises(),
                        head.activityText(),
                        queries.sectors(enterprise),
                        head.npwp() != null),
                queries.owners(enterprise).stream().map(EnterpriseDesk::owner).toList(),
                queries.places(enterprise).stream()
                        .map(place -> new Place(
                                place.villageCode(),
                                place.address(),
                                place.rt(),
                                place.rw(),
                                place.postCode(),
                                place.since(),
                                place.until()))
                        .toList(),
                queries.activities(enterprise).stream()
                        .map(one -> new Activity(
                                one.code().kbliVersion(), one.code().kbliCode(), one.declaredOn()))
                        .toList(),
                queries.contacts(enterprise).stream()
                        .map(contact -> new Contact(contact.id(), contact.kind(), contact.masked()))
                        .toList(),
                figures(enterprise, today));
    }

    private static Owner owner(EnterpriseQueries.Owner owner) {
        Nik nik = owner.nik();
        return new Owner(
                owner.id(),
                owner.name(),
                nik == null ? null : nik.masked(),
                owner.nikUnknownReason(),
                owner.since(),
                owner.until());
    }

    private Figures figures(EnterpriseId enterprise, LocalDate today) {
        return new Figures(
                queries.observations(enterprise).stream()
                        .map(seen -> new Observation(
                                seen.fact().kind().name(),
                                seen.fact().value(),
                                seen.fact().year(),
                                seen.fact().validOn(),
                                seen.fact().source(),
                                seen.fact().evidence(),
                                seen.knownAt()))
                        .toList(),
                queries.nibs(enterprise).stream()
                        .map(nib -> new NibLine(
                                nib.record().nib().value(),
                                nib.record().issuedOn(),
                                nib.record().note(),
                                nib.recordedAt(),
                                nib.others()))
                        .toList(),
                size(enterprise, today, Purpose.REGISTRATION),
                size(enterprise, today, Purpose.PROGRAMME));
    }

    private @Nullable String size(EnterpriseId enterprise, LocalDate today, Purpose purpose) {
        return registry.sizeAt(enterprise, today, purpose)
                .known()
                .map(Enum::name)
                .orElse(null);
    }

    /** Adds an observation to the enterprise in the version that was read; earlier ones stay. */
    public void observe(UUID id, int version, Observed observed) {
        EnterpriseQueries.Head head = head(id, Permission.EDIT_ENTERPRISE);
        if (!edits.observe(head.id(), version, read(observed))) {
            throw new Stale();
        }
    }

    private ObservedFact read(Observed observed) {
        FieldProblems problems = new FieldProblems();
        LocalDate today = LocalDate.now(clock);
        ObservationKind kind = Arrays.stream(ObservationKind.values())
                .filter(one -> one.name().equals(observed.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            problems.add("kind", "registry.observation.kind.choose");
        }
        Long value = observed.value();
        if (value == null) {
            problems.add("value", "registry.observation.value.missing");
        } else if (value < 0) {
            problems.add("value", "registry.observation.value.not-digits");
        } else if (value > MOST
                || kind != null && kind.unit() == ObservationKind.Unit.PERSONS && value > MOST_PERSONS) {
            problems.add("value", "registry.observation.value.too-large");
        }
        Integer year = observed.year();
        if (year == null || year < EARLIEST_YEAR || year > today.getYear()) {
            problems.add("year", "registry.observation.year.impossible", String.valueOf(today.getYear()));
        }
        LocalDate validOn = observed.validOn();
        if (validOn != null && validOn.isAfter(today)) {
            problems.add("validOn", "registry.date.future");
        } else if (validOn != null && year != null && validOn.getYear() < year) {
            problems.add("validOn", "registry.observation.before-year", String.valueOf(year));
        }
        String source = text(observed.source(), "source", "registry.observation.source.missing", problems);
        String evidence = text(observed.evidence(), "evidence", "registry.observation.evidence.missing", problems);
        Invalid.unlessEmpty(problems);
        if (kind == null || value == null || year == null) {
            throw new IllegalStateException("checked above");
        }
        LocalDate day = validOn != null ? validOn : year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
        return new ObservedFact(kind, value, day, year, source, evidence);
    }

    private static String text(@Nullable String typed, String field, String missing, FieldProblems problems) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            problems.add(field, missing);
        } else if (text.length() > LONGEST) {
            problems.add(field, "registry.text.too-long", LONGEST);
        }
        return text;
    }

    /** Records a NIB for the enterprise in the version that was read. */
    public void recordNib(UUID id, int version, RecordedNib recorded) {
        EnterpriseQueries.Head head = head(id, Permission.RECORD_NIB);
        FieldProblems problems = new FieldProblems();
        String typed = recorded.nib() == null ? "" : recorded.nib();
        if (typed.isBlank()) {
            problems.add("nib", "registry.nib.missing");
        } else {
            Nib.problem("nib", typed)
                    .ifPresent(problem -> problems.add(
                            "nib", problem.messageKey(), problem.arguments().toArray()));
        }
        LocalDate issuedOn = recorded.issuedOn();
        if (issuedOn != null && issuedOn.isAfter(LocalDate.now(clock))) {
            problems.add("issuedOn", "registry.date.future");
        }
        String note = recorded.note() == null ? "" : recorded.note().strip();
        if (note.length() > LONGEST) {
            problems.add("note", "registry.text.too-long", LONGEST);
        }
        Invalid.unlessEmpty(problems);
        Nib nib = Nib.parse(typed);
        long others = nibs.othersUnder(nib, head.id());
        if (!Boolean.TRUE.equals(recorded.shared()) && others > 0) {
            throw new Invalid(problems.add("shared", "registry.nib.others", others));
        }
        if (!edits.recordNib(head.id(), version, new NibRecord(nib, issuedOn, note))) {
            throw new Stale();
        }
    }

    /**
     * Lets an enterprise that became part of this one stand by itself again.
     *
     * @param number of that one; may be left out when only one became part of this one
     */
    public void part(UUID id, int version, @Nullable String number, @Nullable String reason) {
        EnterpriseQueries.Head head = head(id, Permission.MERGE_ENTERPRISES);
        FieldProblems problems = new FieldProblems();
        EnterpriseId parted = queries.chosen(head.id(), number).orElse(null);
        if (parted == null) {
            problems.add("number", "registry.part.choose");
        }
        if (reason == null || !Merging.says(reason)) {
            problems.add("reason", "registry.merge.why.missing", Merging.SHORTEST_REASON);
        } else if (reason.length() > LONGEST) {
            problems.add("reason", "registry.text.too-long", LONGEST);
        }
        Invalid.unlessEmpty(problems);
        if (parted == null || reason == null) {
            throw new IllegalStateException("checked above");
        }
        merging.unmerge(parted, new SeenEnterprise(head.id(), version), reason);
    }

    /**
     * Personal data in full; the look and its purpose are recorded.
     *
     * @param field {@code identity:<owner>}, {@code contact:<contact>} or {@code npwp}
     */
    public Revealed reveal(UUID id, String field, String purpose) {
        EnterpriseQueries.Head head = head(id, Permission.UNMASK);
        if (Arrays.stream(ReadingPurpose.values())
                .noneMatch(known -> known.name().equals(purpose))) {
            throw new Invalid(new FieldProblems().add("purpose", "registry.purpose.choose"));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        String kind = field.contains(":") ? field.substring(0, field.indexOf(':')) : field;
        String part = field.substring(Math.min(field.length(), kind.length() + 1));
        UUID subject = head.id().value();
        switch (kind) {
            case "identity" -> subject = identity(head.id(), part, facts);
            case "contact" ->
                queries.contacts(head.id()).stream()
                        .filter(one -> one.id().toString().equals(part))
                        .forEach(one -> facts.put(one.kind(), one.plain()));
            case "npwp" -> {
                String npwp = head.npwp();
                if (npwp != null) {
                    facts.put("npwp", npwp);
                }
            }
            default -> {}
        }
        if (facts.isEmpty()) {
            throw new Invalid(new FieldProblems().add("field", "registry.reveal.nothing"));
        }
        readings.record(kind.equals("identity") ? "person" : "enterprise", subject, kind, purpose, head.regionCode());
        return new Revealed(subject, facts);
    }

    private UUID identity(EnterpriseId enterprise, String person, Map<String, String> facts) {
        for (EnterpriseQueries.Owner owner : queries.owners(enterprise)) {
            if (owner.id().toString().equals(person)) {
                facts.put("name", owner.name());
                put(facts, "nik", owner.nik() == null ? null : owner.nik().value());
                put(facts, "kk", owner.kk() == null ? null : owner.kk().value());
                put(facts, "birthPlace", owner.birthPlace());
                put(facts, "birthDate", owner.birthDate() == null ? null : String.valueOf(owner.birthDate()));
                put(facts, "homeAddress", owner.homeAddress());
                return owner.id();
            }
        }
        return enterprise.value();
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** One outside sight is no different from none. */
    private EnterpriseQueries.Head head(UUID id, Permission permission) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_REGISTER);
        EnterpriseQueries.Head head = queries.head(new EnterpriseId(id)).orElseThrow(EnterpriseDesk::unknown);
        actor.require(permission, head.regionCode());
        return head;
    }

    private static Refused unknown() {
        return new Refused(RegistryProblem.ENTERPRISE_UNKNOWN, "registry.enterprise.unknown");
    }
}
