package id.lumbung.registry.sheet;

import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.Texts;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliCode;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sectors;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.Nik;
import id.lumbung.registry.NikUnknownReason;
import id.lumbung.registry.ObservedFact;
import id.lumbung.registry.Registry;
import id.lumbung.registry.TimelineContributor;
import id.lumbung.registry.TimelineEntry;
import id.lumbung.registry.page.EnterprisePage;
import id.lumbung.registry.size.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of an enterprise says, in the language of its reader. */
@Component
public class EnterpriseView {
    private final EnterpriseQueries queries;
    private final Registry registry;
    private final Regions regions;
    private final Kbli kbli;
    private final Sectors sectors;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final ReadingLog readings;
    private final EnterpriseWords words;
    private final OriginView origins;
    private final List<TimelineContributor> contributors;
    private final Clock clock;

    public EnterpriseView(
            EnterpriseQueries queries,
            Registry registry,
            Regions regions,
            Kbli kbli,
            Sectors sectors,
            Accounts accounts,
            CurrentActor currentActor,
            ReadingLog readings,
            EnterpriseWords words,
            OriginView origins,
            List<TimelineContributor> contributors,
            Clock clock) {
        this.queries = queries;
        this.registry = registry;
        this.regions = regions;
        this.kbli = kbli;
        this.sectors = sectors;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.readings = readings;
        this.words = words;
        this.origins = origins;
        this.contributors = contributors;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public EnterprisePage page(EnterpriseQueries.Head head, Texts texts, EnterprisePage.@Nullable Asked asked) {
        return page(head, texts, asked, null);
    }

    /**
     * The page.
     *
     * @param cameBy number of the enterprise that was asked for, when it became part of this one
     */
    @Transactional(readOnly = true)
    public EnterprisePage page(
            EnterpriseQueries.Head head, Texts texts, EnterprisePage.@Nullable Asked asked, @Nullable String cameBy) {
        EnterpriseId id = head.id();
        List<EnterpriseId> parts = registry.partsOf(id);
        List<EnterpriseQueries.MergeEntry> merges = queries.merges(id);
        LocalDate today = LocalDate.now(clock);
        Actor actor = currentActor.require();
        List<EnterpriseQueries.Seen> seen = queries.observations(id);
        List<EnterpriseQueries.NibLine> nibs = queries.nibs(id);
        List<EnterpriseQueries.Source> sources = queries.sources(id);
        Set<UUID> people = people(seen, nibs, sources);
        merges.forEach(entry -> people.add(entry.by()));
        Map<UUID, String> names = accounts.namesOf(people);
        return new EnterprisePage(
                head(head, texts),
                queries.owners(id).stream().map(owner -> owner(owner, texts)).toList(),
                queries.places(id).stream().map(place -> place(place, texts)).toList(),
                queries.activities(id).stream().map(this::activity).toList(),
                queries.contacts(id).stream()
                        .map(contact -> new EnterprisePage.Contact(
                                contact.id().toString(), "registry.contact." + contact.kind(), contact.masked()))
                        .toList(),
                new EnterprisePage.Sizes(
                        registry.sizeAt(id, today, Purpose.REGISTRATION),
                        registry.sizeAt(id, today, Purpose.PROGRAMME)),
                seen.stream().map(one -> seen(one, texts, names)).toList(),
                nibs.stream().map(nib -> nib(nib, names)).toList(),
                registry.licencesOf(List.of(id)).getOrDefault(id, List.of()),
                timeline(parts, seen, nibs, sources, merges, texts, names),
                sources.stream()
                        .map(source -> source(source, parts.size() > 1, names))
                        .toList(),
                origins.of(head, parts, texts),
                actor.may(Permission.SEE_READING_LOG, head.regionCode()) ? readings(id, parts) : List.of(),
                whole(head, cameBy),
                asked,
                may(actor, head));
    }

    private EnterprisePage.Whole whole(EnterpriseQueries.Head head, @Nullable String cameBy) {
        return new EnterprisePage.Whole(
                queries.merged(head.id()).stream()
                        .map(EnterpriseQueries.Merged::number)
                        .toList(),
                cameBy,
                queries.beyond(head.id())
                        .map(beyond -> new EnterprisePage.Beyond(
                                beyond.number(),
                                regions.find(beyond.kecamatan())
                                        .map(Region::fullName)
                                        .orElse(beyond.kecamatan())))
                        .orElse(null));
    }

    private static EnterprisePage.May may(Actor actor, EnterpriseQueries.Head head) {
        return new EnterprisePage.May(
                actor.may(Permission.UNMASK, head.regionCode()),
                actor.may(Permission.EDIT_ENTERPRISE, head.regionCode()),
                actor.may(Permission.RECORD_NIB, head.regionCode()),
                actor.may(Permission.ENTER_APPLICATION, head.regionCode()),
                actor.may(Permission.MERGE_ENTERPRISES, head.regionCode()));
    }

    /** Who looked at the enterprise or its owners. */
    private List<ReadingLog.Reading> readings(EnterpriseId id, List<EnterpriseId> parts) {
        List<UUID> subjects = Stream.concat(
                        parts.stream().map(EnterpriseId::value),
                        queries.owners(id).stream().map(EnterpriseQueries.Owner::id))
                .toList();
        return readings.ofAny(subjects, 30);
    }

    /** NIBs as a form shows them. */
    @Transactional(readOnly = true)
    public List<EnterprisePage.NibLine> nibs(EnterpriseId id) {
        List<EnterpriseQueries.NibLine> nibs = queries.nibs(id);
        Map<UUID, String> names = accounts.namesOf(people(List.of(), nibs, List.of()));
        return nibs.stream().map(nib -> nib(nib, names)).toList();
    }

    /** The newest observations as a form shows them. */
    @Transactional(readOnly = true)
    public List<EnterprisePage.Seen> newest(EnterpriseId id, Texts texts) {
        List<EnterpriseQueries.Seen> seen = queries.observations(id).stream()
                .sorted(Comparator.comparing(EnterpriseQueries.Seen::knownAt).reversed())
                .limit(5)
                .toList();
        Map<UUID, String> names = accounts.namesOf(people(seen, List.of(), List.of()));
        return seen.stream().map(one -> seen(one, texts, names)).toList();
    }

    /** As "Desa Mangunrejo, Kecamatan Kepanjen". */
    public String place(String regionCode, Texts texts) {
        return words.place(regionCode, texts);
    }

    private EnterprisePage.Head head(EnterpriseQueries.Head head, Texts texts) {
        return new EnterprisePage.Head(
                head.id().toString(),
                head.number(),
                head.name(),
                place(head.regionCode(), texts),
                head.regionCode().substring(0, 8),
                head.itinerant(),
                head.foundedOn(),
                EnterpriseWords.word("registry.legal-form.", head.legalForm(), texts),
                EnterpriseWords.word("registry.premises.", head.premises(), texts),
                head.activityText(),
                queries.sectors(head.id()).stream()
                        .map(code -> sectors.find(code)
                                .map(sector -> sector.name(texts.lang()))
                                .orElse(code))
                        .toList(),
                head.npwp() != null);
    }

    private EnterprisePage.Owner owner(EnterpriseQueries.Owner owner, Texts texts) {
        Nik nik = owner.nik();
        FamilyCardNumber kk = owner.kk();
        String home = owner.homeRegionCode();
        return new EnterprisePage.Owner(
                owner.id().toString(),
                owner.name(),
                nik == null ? null : nik.masked(),
                nik == null ? reason(owner.nikUnknownReason(), texts) : null,
                kk == null ? null : kk.masked(),
                home == null ? null : regions.path(home),
                owner.since(),
                owner.until());
    }

    private static String reason(@Nullable String reason, Texts texts) {
        for (NikUnknownReason known : NikUnknownReason.values()) {
            if (known.name().equals(reason)) {
                return texts.t(known.messageKey());
            }
        }
        return reason == null ? "" : reason;
    }

    private EnterprisePage.Place place(EnterpriseQueries.Place place, Texts texts) {
        return new EnterprisePage.Place(
                place(place.villageCode(), texts),
                EnterpriseWords.address(place.address(), place.rt(), place.rw(), place.postCode()),
                place.since(),
                place.until());
    }

    private EnterprisePage.Activity activity(EnterpriseQueries.Activity activity) {
        String version = activity.code().kbliVersion();
        String code = activity.code().kbliCode();
        return new EnterprisePage.Activity(
                version, code, kbli.find(version, code).map(KbliCode::title).orElse(null), activity.declaredOn());
    }

    private static EnterprisePage.Seen seen(EnterpriseQueries.Seen seen, Texts texts, Map<UUID, String> names) {
        ObservedFact fact = seen.fact();
        return new EnterprisePage.Seen(
                fact.kind().messageKey(),
                value(fact, texts),
                fact.year(),
                fact.validOn(),
                seen.knownAt(),
                fact.source(),
                fact.evidence(),
                name(seen.knownBy(), names));
    }

    private static String value(ObservedFact fact, Texts texts) {
        return switch (fact.kind().unit()) {
            case RUPIAH -> texts.rupiah(fact.value());
            case PERSONS -> texts.t("registry.persons", fact.value());
        };
    }

    private static EnterprisePage.NibLine nib(EnterpriseQueries.NibLine nib, Map<UUID, String> names) {
        return new EnterprisePage.NibLine(
                nib.record().nib().value(),
                nib.record().issuedOn(),
                nib.record().note(),
                nib.recordedAt(),
                name(nib.recordedBy(), names),
                nib.others());
    }

    private static EnterprisePage.Source source(
            EnterpriseQueries.Source source, boolean severalNumbers, Map<UUID, String> names) {
        return new EnterprisePage.Source(
                source.kind().messageKey(),
                severalNumbers ? source.number() : null,
                source.receivedOn(),
                source.receivedAt(),
                name(source.receivedBy(), names));
    }

    private List<TimelineEntry> timeline(
            List<EnterpriseId> parts,
            List<EnterpriseQueries.Seen> seen,
            List<EnterpriseQueries.NibLine> nibs,
            List<EnterpriseQueries.Source> sources,
            List<EnterpriseQueries.MergeEntry> merges,
            Texts texts,
            Map<UUID, String> names) {
        Stream<TimelineEntry> records = sources.stream()
                .map(source -> new TimelineEntry(
                        source.receivedAt(),
                        "registry.timeline.record",
                        List.of(texts.t(source.kind().messageKey())),
                        name(source.receivedBy(), names),
                        null));
        Stream<TimelineEntry> recorded = nibs.stream()
                .map(nib -> new TimelineEntry(
                        nib.recordedAt(),
                        "registry.timeline.nib",
                        List.of(nib.record().nib().value()),
                        name(nib.recordedBy(), names),
                        null));
        Stream<TimelineEntry> observed = seen.stream()
                .filter(one -> !one.withRecord())
                .map(one -> new TimelineEntry(
                        one.knownAt(),
                        "registry.timeline.observation",
                        List.of(
                                texts.t(one.fact().kind().messageKey()),
                                value(one.fact(), texts),
                                String.valueOf(one.fact().year())),
                        name(one.knownBy(), names),
                        null));
        Stream<TimelineEntry> joined = merges.stream()
                .map(entry -> new TimelineEntry(
                        entry.at(),
                        entry.undone() ? "registry.timeline.parted" : "registry.timeline.merged",
                        List.of(entry.merged(), entry.survivor(), entry.why()),
                        name(entry.by(), names),
                        null));
        Stream<TimelineEntry> others = parts.stream()
                .flatMap(part -> contributors.stream().flatMap(contributor -> contributor.entriesOf(part).stream()));
        return Stream.of(records, recorded, observed, joined, others)
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(100)
                .toList();
    }

    private static Set<UUID> people(
            List<EnterpriseQueries.Seen> seen,
            List<EnterpriseQueries.NibLine> nibs,
            List<EnterpriseQueries.Source> sources) {
        Set<UUID> people = Stream.of(
                        seen.stream().map(EnterpriseQueries.Seen::knownBy),
                        nibs.stream().map(EnterpriseQueries.NibLine::recordedBy),
                        sources.stream().map(EnterpriseQueries.Source::receivedBy))
                .flatMap(ids -> ids)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return new HashSet<>(people);
    }

    private static String name(@Nullable UUID account, Map<UUID, String> names) {
        return account == null ? "" : names.getOrDefault(account, "");
    }
}
