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
import id.lumbung.registry.EnterpriseLicences;
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
import java.util.ArrayList;
import java.util.Collection;
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
    private final List<EnterpriseLicences> licences;
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
            List<EnterpriseLicences> licences,
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
        this.licences = licences;
        this.contributors = contributors;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public EnterprisePage page(EnterpriseQueries.Head head, Texts texts, EnterprisePage.@Nullable Asked asked) {
        EnterpriseId id = head.id();
        LocalDate today = LocalDate.now(clock);
        Actor actor = currentActor.require();
        List<EnterpriseQueries.Seen> seen = queries.observations(id);
        List<EnterpriseQueries.NibLine> nibs = queries.nibs(id);
        List<EnterpriseQueries.Source> sources = queries.sources(id);
        Map<UUID, String> names = accounts.namesOf(people(seen, nibs, sources));
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
                licences.stream()
                        .flatMap(keeper -> keeper.of(List.of(id)).values().stream())
                        .flatMap(List::stream)
                        .toList(),
                timeline(id, seen, nibs, sources, texts, names),
                sources.stream().map(source -> source(source, names)).toList(),
                actor.may(Permission.SEE_READING_LOG, head.regionCode()) ? readings(id) : List.of(),
                asked,
                new EnterprisePage.May(
                        actor.may(Permission.UNMASK, head.regionCode()),
                        actor.may(Permission.EDIT_ENTERPRISE, head.regionCode()),
                        actor.may(Permission.RECORD_NIB, head.regionCode()),
                        actor.may(Permission.ENTER_APPLICATION, head.regionCode())));
    }

    /** Who looked at the enterprise or its owners. */
    private List<ReadingLog.Reading> readings(EnterpriseId id) {
        List<UUID> subjects = Stream.concat(
                        Stream.of(id.value()), queries.owners(id).stream().map(EnterpriseQueries.Owner::id))
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
        String village = regions.find(regionCode).map(Region::fullName).orElse(regionCode);
        if (regionCode.length() <= 8) {
            return village;
        }
        return regions.find(regionCode.substring(0, 8))
                .map(kecamatan -> texts.t("registry.place.in", village, kecamatan.fullName()))
                .orElse(village);
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
                word("registry.legal-form.", head.legalForm(), texts),
                word("registry.premises.", head.premises(), texts),
                head.activityText(),
                queries.sectors(head.id()).stream()
                        .map(code -> sectors.find(code)
                                .map(sector -> sector.name(texts.lang()))
                                .orElse(code))
                        .toList(),
                head.npwp() != null);
    }

    /** The word for a code; a text that is no code of ours is shown as it came. */
    private static String word(String beginning, String code, Texts texts) {
        return switch (code) {
            case "INDIVIDUAL", "ENTITY", "CV", "PT", "FIRM", "COOPERATIVE", "OTHER", "OWN", "RENTED", "ITINERANT" ->
                texts.t(beginning + code);
            default -> code;
        };
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
        List<String> parts = new ArrayList<>();
        if (place.address() != null) {
            parts.add(place.address());
        }
        if (place.rt() != null) {
            parts.add("RT " + place.rt());
        }
        if (place.rw() != null) {
            parts.add("RW " + place.rw());
        }
        if (place.postCode() != null) {
            parts.add(place.postCode());
        }
        return new EnterprisePage.Place(
                place(place.villageCode(), texts), String.join(", ", parts), place.since(), place.until());
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

    private static EnterprisePage.Source source(EnterpriseQueries.Source source, Map<UUID, String> names) {
        return new EnterprisePage.Source(
                source.kind().messageKey(), source.receivedOn(), source.receivedAt(), name(source.receivedBy(), names));
    }

    private List<TimelineEntry> timeline(
            EnterpriseId id,
            List<EnterpriseQueries.Seen> seen,
            List<EnterpriseQueries.NibLine> nibs,
            List<EnterpriseQueries.Source> sources,
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
        Stream<TimelineEntry> others = contributors.stream().flatMap(contributor -> contributor.entriesOf(id).stream());
        return Stream.of(records, recorded, observed, others)
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(100)
                .toList();
    }

    private static Collection<UUID> people(
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
