package id.lumbung.registry.search;

import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sql;
import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.registry.EnterpriseFinder;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.FamilyCardNumber;
import id.lumbung.registry.KnownMatch;
import id.lumbung.registry.KnownQuery;
import id.lumbung.registry.Nib;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Phone;
import id.lumbung.registry.merge.Wholes;
import id.lumbung.registry.text.EnterpriseNumber;
import id.lumbung.registry.text.NameKey;
import id.lumbung.registry.text.SealedTexts;
import id.lumbung.registry.text.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one box of the register. What is typed is taken for everything that it can be: enterprise number, NIK, family card
 * number, NIB, telephone, KBLI code, licence number, name, village.
 */
@Component
public class EnterpriseSearch {
    public static final int SHOWN = 50;
    public static final int PAGE = 25;
    private static final String NEWEST = """
            select id
              from registry.enterprise
             where merged_into is null
             order by first_seen_at desc, id desc
             limit :limit
            """;
    private static final String BY_NUMBER = "select id from registry.enterprise where number = :number";
    private static final String BY_FAMILY_CARD = """
            select o.enterprise
              from registry.person p
              join registry.ownership o on o.person = p.id and o.until is null
             where p.kk_fingerprint in (:fingerprints)
             order by o.since desc, o.enterprise
             limit :limit
            """;
    private static final String BY_NIB = """
            select enterprise
              from registry.nib_record
             where nib = :nib
             order by recorded_at desc, enterprise
             limit :limit
            """;
    private static final String BY_KBLI = """
            select a.enterprise
              from registry.activity a
              join registry.record_of_enterprise m on m.source_record = a.source_record
                                                  and m.until is null and m.superseded_by is null
             where a.kbli_code = :code
             group by a.enterprise
             order by max(a.declared_on) desc, a.enterprise
             limit :limit
            """;
    /** The first of each region by the index, then the first of these; sorting a whole kecamatan would grow with it. */
    private static final String IN_REGIONS = """
            select first.id
              from unnest(cast(:codes as text[])) code
             cross join lateral (select e.id, e.name
                                   from registry.enterprise e
                                  where e.region_code = code and e.merged_into is null
                                  order by e.name, e.id
                                  limit :limit + :offset) first
             order by first.name, first.id
             limit :limit offset :offset
            """;
    /** Sight is asked of each region once instead of each enterprise. */
    private static final String COUNT_IN_REGIONS = "select registry.enterprises_in(cast(:codes as text[]))";

    /** Why an enterprise was found: key of the words and what they name. */
    public record Why(String key, List<Object> arguments) {
        static Why of(String key, Object... arguments) {
            return new Why(key, List.of(arguments));
        }
    }

    public record Found(EnterpriseLines.Line line, List<Why> reasons) {}

    public record RegionFound(Region region, long enterprises) {}

    public record Answer(List<Found> found, List<KnownMatch> elsewhere, List<RegionFound> regions, boolean more) {}

    private final JdbcClient database;
    private final EnterpriseLines lines;
    private final Wholes wholes;
    private final SealedTexts sealed;
    private final KnownQueries known;
    private final Regions regions;
    private final List<EnterpriseFinder> finders;
    private final String regency;

    EnterpriseSearch(
            JdbcClient database,
            EnterpriseLines lines,
            Wholes wholes,
            SealedTexts sealed,
            KnownQueries known,
            Regions regions,
            List<EnterpriseFinder> finders,
            LumbungSettings settings) {
        this.database = database;
        this.lines = lines;
        this.wholes = wholes;
        this.sealed = sealed;
        this.known = known;
        this.regions = regions;
        this.finders = finders;
        this.regency = settings.regency();
    }

    /** Whether the text is or may be a number of a person, which must not be shown or stand in an address again. */
    public static boolean isPersonal(String typed) {
        String digits = Typed.digitsOf(typed).replace("+", "");
        return Typed.isDigits(digits)
                && digits.length() >= 8
                && EnterpriseNumber.find(typed).isEmpty();
    }

    @Transactional(readOnly = true)
    public Answer newest() {
        List<UUID> ids = ids(database.sql(NEWEST).param("limit", PAGE));
        Map<UUID, List<Why>> reasons = new LinkedHashMap<>();
        ids.forEach(id -> reasons.put(id, List.of()));
        return new Answer(found(reasons), List.of(), List.of(), false);
    }

    @Transactional
    public Answer search(String typed) {
        String text = typed.strip();
        Map<UUID, List<Why>> reasons = new LinkedHashMap<>();
        EnterpriseNumber.find(text)
                .ifPresent(number -> add(
                        reasons,
                        ids(database.sql(BY_NUMBER).param("number", number.toString())),
                        "registry.why.number"));
        for (EnterpriseFinder finder : finders) {
            add(reasons, finder.find(text).stream().map(EnterpriseId::value).toList(), "registry.why.licence");
        }
        List<KnownMatch> elsewhere = new ArrayList<>(byDigits(text, reasons));
        List<RegionFound> places = List.of();
        if (text.chars().anyMatch(Character::isLetter)) {
            alike(
                    "select enterprise, similarity from registry.businesses_named_like(:key, :limit)",
                    text,
                    "registry.known.SIMILAR_BUSINESS_NAME",
                    reasons);
            alike(
                    "select enterprise, similarity from registry.owners_named_like(:key, :limit)",
                    text,
                    "registry.known.SIMILAR_OWNER_NAME",
                    reasons);
            places = places(text, reasons);
        }
        List<Found> found = found(reasons);
        return new Answer(found.stream().limit(SHOWN).toList(), elsewhere, places, found.size() > SHOWN);
    }

    private List<KnownMatch> byDigits(String text, Map<UUID, List<Why>> reasons) {
        String digits = Typed.digitsOf(text);
        if (!Typed.isDigits(digits.replace("+", "")) || digits.length() < 5) {
            return List.of();
        }
        if (digits.length() == 5) {
            add(
                    reasons,
                    ids(database.sql(BY_KBLI).param("code", digits).param("limit", SHOWN)),
                    "registry.why.kbli",
                    digits);
        }
        switch (Nib.read(digits)) {
            case Nib.Reading.Read read -> byNib(read.nib(), reasons);
            case Nib.Reading.Suggested suggested -> byNib(suggested.nib(), reasons);
            case Nib.Reading.Unreadable none -> {}
        }
        if (digits.length() == 16) {
            add(
                    reasons,
                    ids(database.sql(BY_FAMILY_CARD)
                            .param("fingerprints", sealed.fingerprints(new FamilyCardNumber(digits)))
                            .param("limit", SHOWN)),
                    "registry.why.family-card");
        }
        Nik nik = digits.length() == 16 ? new Nik(digits) : null;
        Phone phone = Phone.problem("q", text).isEmpty() ? Phone.parse(text) : null;
        if (nik == null && phone == null) {
            return List.of();
        }
        List<KnownMatch> matches = known.find(new KnownQuery(nik, null, phone, null, null));
        for (KnownMatch match : matches) {
            EnterpriseId enterprise = match.enterprise();
            if (enterprise != null) {
                match.reasons().forEach(reason -> add(reasons, List.of(enterprise.value()), reason.messageKey()));
            }
        }
        return matches.stream().filter(KnownMatch::outsideTerritory).toList();
    }

    private void byNib(Nib nib, Map<UUID, List<Why>> reasons) {
        add(reasons, ids(database.sql(BY_NIB).param("nib", nib.value()).param("limit", SHOWN)), "registry.why.nib");
    }

    private void alike(String sql, String text, String key, Map<UUID, List<Why>> reasons) {
        String nameKey = NameKey.of(text);
        if (nameKey.length() < 3) {
            return;
        }
        database.sql(sql).param("key", nameKey).param("limit", SHOWN).query(row -> {
            add(reasons, List.of(Sql.uuid(row, "enterprise")), key, Math.min(1, row.getDouble("similarity")));
        });
    }

    private List<RegionFound> places(String text, Map<UUID, List<Why>> reasons) {
        List<RegionFound> places = new ArrayList<>();
        for (Region region : regions.search(text, regency, 8)) {
            if (region.level() != RegionLevel.VILLAGE && region.level() != RegionLevel.KECAMATAN) {
                continue;
            }
            long enterprises = countIn(region);
            if (enterprises > 0) {
                places.add(new RegionFound(region, enterprises));
                add(reasons, idsIn(region, 10, 0), "registry.why.region", region.fullName());
            }
        }
        return places;
    }

    /** Those of one kecamatan or village, by name. */
    @Transactional(readOnly = true)
    public List<Found> in(Region region, int page) {
        Map<UUID, List<Why>> reasons = new LinkedHashMap<>();
        idsIn(region, PAGE, (page - 1) * PAGE).forEach(id -> reasons.put(id, List.of()));
        return found(reasons);
    }

    @Transactional(readOnly = true)
    public long countIn(Region region) {
        return database.sql(COUNT_IN_REGIONS)
                .param("codes", codesOf(region).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private List<UUID> idsIn(Region region, int limit, int offset) {
        return ids(database.sql(IN_REGIONS)
                .param("codes", codesOf(region).toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset));
    }

    /** Equality instead of a prefix, so that the index can be used under row-level security. */
    private List<String> codesOf(Region region) {
        List<String> codes = new ArrayList<>(List.of(region.code()));
        if (region.level() == RegionLevel.KECAMATAN) {
            regions.villagesOf(region.code()).forEach(village -> codes.add(village.code()));
        }
        return codes;
    }

    private static List<UUID> ids(JdbcClient.StatementSpec statement) {
        return statement.query(UUID.class).list();
    }

    private static void add(Map<UUID, List<Why>> reasons, List<UUID> ids, String key, Object... arguments) {
        for (UUID id : ids) {
            List<Why> sofar = reasons.computeIfAbsent(id, none -> new ArrayList<>());
            if (sofar.stream().noneMatch(why -> why.key().equals(key))) {
                sofar.add(Why.of(key, arguments));
            }
        }
    }

    /** What was found by several numbers, or by what came in under one that became part of another, is told once. */
    private List<Found> found(Map<UUID, List<Why>> reasons) {
        Map<UUID, UUID> survivors = wholes.survivorsOf(reasons.keySet());
        Map<UUID, List<Why>> told = new LinkedHashMap<>();
        reasons.forEach((id, why) -> {
            UUID survivor = survivors.getOrDefault(id, id);
            told.computeIfAbsent(survivor, none -> new ArrayList<>());
            why.forEach(one ->
                    add(told, List.of(survivor), one.key(), one.arguments().toArray()));
        });
        Map<UUID, EnterpriseLines.Line> visible = lines.of(told.keySet());
        List<Found> found = new ArrayList<>();
        told.forEach((id, why) -> {
            EnterpriseLines.Line line = visible.get(id);
            if (line != null) {
                found.add(new Found(line, why));
            }
        });
        return found;
    }
}
