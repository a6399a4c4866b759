package id.lumbung.registry.search;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.ReadingLog;
import id.lumbung.platform.Sql;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.KnownMatch;
import id.lumbung.registry.KnownQuery;
import id.lumbung.registry.KnownReason;
import id.lumbung.registry.Reason;
import id.lumbung.registry.known.LikelyRecords;
import id.lumbung.registry.merge.Wholes;
import id.lumbung.registry.text.NameKey;
import id.lumbung.registry.text.SealedTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody is already known, while the officer types. */
@Component
public class KnownQueries {
    private static final int SHOWN = 8;
    private static final int CANDIDATES = 20;
    private static final int SHORTEST_NAME = 3;
    private static final String SAME_NIK = """
            select o.enterprise
              from registry.person p
              join registry.ownership o on o.person = p.id and o.until is null
             where p.nik_fingerprint in (:fingerprints)
             order by o.since desc, o.enterprise
             limit :limit
            """;
    private static final String SAME_PHONE = """
            select c.enterprise
              from registry.contact c
              join registry.record_of_enterprise m on m.source_record = c.source_record
                                                  and m.until is null and m.superseded_by is null
             where c.fingerprint in (:fingerprints)
             order by c.since desc, c.enterprise
             limit :limit
            """;
    private static final String BEYOND = """
            select kecamatan, businesses from registry.businesses_beyond_sight(:fingerprint)
            """;

    private record Beyond(String kecamatan, int businesses) {}

    private final JdbcClient database;
    private final EnterpriseLines lines;
    private final Wholes wholes;
    private final SealedTexts sealed;
    private final Regions regions;
    private final ReadingLog readingLog;
    private final CurrentActor currentActor;
    private final List<LikelyRecords> likelyRecords;

    public KnownQueries(
            JdbcClient database,
            EnterpriseLines lines,
            Wholes wholes,
            SealedTexts sealed,
            Regions regions,
            ReadingLog readingLog,
            CurrentActor currentActor,
            List<LikelyRecords> likelyRecords) {
        this.database = database;
        this.lines = lines;
        this.wholes = wholes;
        this.sealed = sealed;
        this.regions = regions;
        this.readingLog = readingLog;
        this.currentActor = currentActor;
        this.likelyRecords = List.copyOf(likelyRecords);
    }

    public List<KnownMatch> find(KnownQuery query) {
        Map<UUID, List<KnownReason>> reasons = new LinkedHashMap<>();
        if (query.nik() != null) {
            exact(SAME_NIK, sealed.fingerprints(query.nik()))
                    .forEach(id -> add(reasons, id, new KnownReason(Reason.SAME_NIK, 1, false)));
        }
        if (query.phone() != null) {
            exact(SAME_PHONE, sealed.fingerprints(query.phone()))
                    .forEach(id -> add(reasons, id, new KnownReason(Reason.SAME_PHONE, 1, false)));
        }
        alike(query.name(), Reason.SIMILAR_OWNER_NAME, reasons);
        alike(query.businessName(), Reason.SIMILAR_BUSINESS_NAME, reasons);
        List<KnownMatch> listed = likely(query, reasons);
        List<KnownMatch> matches = new ArrayList<>(matches(reasons, query));
        matches.addAll(listed);
        matches.addAll(beyondSight(query));
        return matches.stream().sorted(RANK).limit(SHOWN).toList();
    }

    private static final Comparator<KnownMatch> RANK = Comparator.<KnownMatch, Reason>comparing(
                    match -> match.reasons().getFirst().reason())
            .thenComparing(KnownMatch::outsideTerritory)
            .thenComparingInt(match -> -match.reasons().size())
            .thenComparingDouble(match -> -match.reasons().stream()
                    .mapToDouble(reason -> reason.similarity() + (reason.sameVillage() ? 0.2 : 0))
                    .sum())
            .thenComparing(match -> match.number() == null ? "" : match.number());

    private List<UUID> exact(String sql, List<byte[]> fingerprints) {
        return database.sql(sql)
                .param("fingerprints", fingerprints)
                .param("limit", CANDIDATES)
                .query(UUID.class)
                .list();
    }

    private void alike(@Nullable String name, Reason reason, Map<UUID, List<KnownReason>> reasons) {
        if (name == null || NameKey.of(name).length() < SHORTEST_NAME) {
            return;
        }
        String sql = reason == Reason.SIMILAR_OWNER_NAME
                ? "select enterprise, similarity from registry.owners_named_like(:key, :limit)"
                : "select enterprise, similarity from registry.businesses_named_like(:key, :limit)";
        database.sql(sql)
                .param("key", NameKey.of(name))
                .param("limit", CANDIDATES)
                .query(row -> {
                    add(
                            reasons,
                            Sql.uuid(row, "enterprise"),
                            new KnownReason(reason, Math.min(1, row.getDouble("similarity")), false));
                });
    }

    /** What records compared as a whole say: a reason more for enterprises, and rows of lists that are none yet. */
    private List<KnownMatch> likely(KnownQuery query, Map<UUID, List<KnownReason>> reasons) {
        List<KnownMatch> listed = new ArrayList<>();
        for (LikelyRecords.Likely one :
                likelyRecords.stream().flatMap(by -> by.find(query).stream()).toList()) {
            KnownReason reason = new KnownReason(Reason.LIKELY_SAME, one.probability(), false);
            EnterpriseId enterprise = one.enterprise();
            if (enterprise != null) {
                add(reasons, enterprise.value(), reason);
            } else {
                listed.add(new KnownMatch(
                        null,
                        null,
                        one.businessName(),
                        one.ownerName(),
                        one.listed(),
                        one.regionCode(),
                        kecamatanName(one.regionCode()),
                        List.of(reason),
                        false,
                        1));
            }
        }
        return listed;
    }

    private static void add(Map<UUID, List<KnownReason>> reasons, UUID enterprise, KnownReason reason) {
        List<KnownReason> sofar = reasons.computeIfAbsent(enterprise, key -> new ArrayList<>());
        if (sofar.stream().noneMatch(other -> other.reason() == reason.reason())) {
            sofar.add(reason);
        }
    }

    private List<KnownMatch> matches(Map<UUID, List<KnownReason>> reasons, KnownQuery query) {
        if (reasons.isEmpty()) {
            return List.of();
        }
        Map<UUID, UUID> survivors = wholes.survivorsOf(reasons.keySet());
        Map<UUID, List<KnownReason>> told = new LinkedHashMap<>();
        reasons.forEach((id, why) -> why.forEach(reason -> add(told, survivors.getOrDefault(id, id), reason)));
        return lines.of(told.keySet()).values().stream()
                .map(line -> match(line, told.getOrDefault(line.id().value(), List.of()), query))
                .toList();
    }

    private KnownMatch match(EnterpriseLines.Line line, List<KnownReason> reasons, KnownQuery query) {
        boolean sameVillage =
                line.regionCode().length() > 8 && line.regionCode().equals(query.regionCode());
        List<KnownReason> told = reasons.stream()
                .map(reason -> new KnownReason(reason.reason(), reason.similarity(), sameVillage))
                .toList();
        return new KnownMatch(
                line.id(),
                line.number(),
                line.name(),
                line.owners(),
                null,
                line.regionCode(),
                kecamatanName(line.regionCode()),
                told,
                false,
                1);
    }

    /** Of a NIK whose businesses are elsewhere: kecamatan and number, and the look is recorded. */
    private List<KnownMatch> beyondSight(KnownQuery query) {
        if (query.nik() == null) {
            return List.of();
        }
        for (byte[] fingerprint : sealed.fingerprints(query.nik())) {
            List<KnownMatch> beyond = beyondSight(fingerprint, query);
            if (!beyond.isEmpty()) {
                return beyond;
            }
        }
        return List.of();
    }

    private List<KnownMatch> beyondSight(byte[] fingerprint, KnownQuery query) {
        List<Beyond> beyond = database.sql(BEYOND)
                .param("fingerprint", fingerprint)
                .query((row, number) -> new Beyond(row.getString("kecamatan"), row.getInt("businesses")))
                .list();
        if (beyond.isEmpty()) {
            return List.of();
        }
        recordLook(fingerprint, query);
        List<KnownReason> reason = List.of(new KnownReason(Reason.SAME_NIK, 1, false));
        return beyond.stream()
                .map(there -> new KnownMatch(
                        null,
                        null,
                        null,
                        null,
                        null,
                        there.kecamatan(),
                        kecamatanName(there.kecamatan()),
                        reason,
                        true,
                        there.businesses()))
                .toList();
    }

    private void recordLook(byte[] fingerprint, KnownQuery query) {
        UUID person = database.sql("select registry.person_with_nik(:fingerprint)")
                .param("fingerprint", fingerprint)
                .query(UUID.class)
                .single();
        currentActor
                .find()
                .ifPresent(actor -> placeOf(actor, query)
                        .ifPresent(regionCode -> readingLog.record(
                                "person", person, "kecamatan-of-businesses", "find-known", regionCode)));
    }

    /** The reader's own region, since the person's is none of it. */
    private static Optional<String> placeOf(Actor actor, KnownQuery query) {
        String asked = query.regionCode();
        if (asked != null && actor.grants().stream().anyMatch(grant -> grant.covers(asked))) {
            return Optional.of(asked);
        }
        return actor.territories().stream().sorted().findFirst();
    }

    private String kecamatanName(String regionCode) {
        String code = regionCode.length() > 8 ? regionCode.substring(0, 8) : regionCode;
        return regions.find(code).map(Region::name).orElse(code);
    }
}
