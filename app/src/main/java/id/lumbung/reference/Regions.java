package id.lumbung.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Provinces, regencies, kecamatan and villages by code and by name. Public reference data: no territory applies. They come
 * with the version of the application and never change while it runs, so what was read once is kept: a list of fifty
 * enterprises names a hundred regions.
 */
@Component
public class Regions {

    private static final String COLUMNS = "select r.code, r.name, r.level, r.kind from reference.region r ";
    private static final String BY_CODE = COLUMNS + "where r.code = :code";
    private static final String CHILDREN = COLUMNS + "where r.parent = :parent order by r.name, r.code limit 2000";

    /** Every typed word must begin a word of the name; names that start with what was typed come first. */
    private static final String SEARCH = COLUMNS + """
            where r.code like :prefix
              and (r.code = :typed
                   or r.search_name like :start
                   or r.search_name like :inside
                   or exists (select 1 from reference.region_alias a
                               where a.code = r.code and a.search_name like :start))
            order by (r.search_name = :plain) desc, (r.search_name like :start) desc,
                     length(r.code), r.name, r.code
            limit :limit
            """;

    private static final String VILLAGES_NAMED = COLUMNS + """
            where r.level = 'VILLAGE'
              and (cast(:kecamatan as text) is null or r.parent = :kecamatan)
              and r.squeezed_name = :squeezed
            order by r.code
            limit 50
            """;

    private static final String VILLAGES_CALLED = COLUMNS + """
            join reference.region_alias a on a.code = r.code
            where r.level = 'VILLAGE'
              and (cast(:kecamatan as text) is null or r.parent = :kecamatan)
              and a.squeezed_name = :squeezed
            group by r.code, r.name, r.level, r.kind
            order by r.code
            limit 50
            """;

    private static final int MOST_KEPT = 20_000;

    private final JdbcClient jdbc;
    private final Map<String, Region> known = new ConcurrentHashMap<>();
    private final Map<String, List<Region>> knownChildren = new ConcurrentHashMap<>();

    public Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Region> find(String code) {
        Region kept = known.get(code);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Region> read =
                jdbc.sql(BY_CODE).param("code", code).query(Regions::region).optional();
        read.ifPresent(region -> keep(known, code, region));
        return read;
    }

    public Region get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no region " + code));
    }

    public Optional<Region> parentOf(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : find(code.substring(0, dot));
    }

    public List<Region> regenciesOf(String province) {
        return children(province);
    }

    public List<Region> kecamatanOf(String regency) {
        return children(regency);
    }

    public List<Region> villagesOf(String kecamatan) {
        return children(kecamatan);
    }

    public List<Region> provinces() {
        return children("");
    }

    private List<Region> children(String parent) {
        List<Region> kept = knownChildren.get(parent);
        if (kept != null) {
            return kept;
        }
        List<Region> read = List.copyOf(jdbc.sql(CHILDREN)
                .param("parent", parent)
                .query(Regions::region)
                .list());
        if (!read.isEmpty()) {
            keep(knownChildren, parent, read);
        }
        return read;
    }

    private static <V> void keep(Map<String, V> kept, String code, V value) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(code, value);
    }

    /**
     * Finds regions by the beginning of any word of their name, by alias or by code.
     *
     * @param within a code such as {@code 35.07}; empty for the whole country
     */
    public List<Region> search(String words, String within, int limit) {
        String plain = RegionNames.searchable(words);
        if (plain.isEmpty() || limit < 1) {
            return List.of();
        }
        return jdbc.sql(SEARCH)
                .param("prefix", within.isEmpty() ? "%" : within + ".%")
                .param("typed", words.strip())
                .param("plain", plain)
                .param("start", plain + "%")
                .param("inside", "% " + plain + "%")
                .param("limit", Math.min(limit, 100))
                .query(Regions::region)
                .list();
    }

    /** "Desa Kepanjen, Kecamatan Kepanjen, Kabupaten Malang, Jawa Timur": from the region itself up to the province. */
    public String path(String code) {
        List<String> names = new ArrayList<>();
        String at = code;
        while (!at.isEmpty()) {
            find(at).ifPresent(region -> names.add(region.fullName()));
            int dot = at.lastIndexOf('.');
            at = dot < 0 ? "" : at.substring(0, dot);
        }
        return String.join(", ", names);
    }

    /**
     * Resolves a written village name. Village names repeat within a regency (Kabupaten Malang has four Wonorejo), so
     * without a kecamatan a repeated name stays ambiguous.
     */
    public VillageMatch resolveVillage(String name, @Nullable String kecamatan) {
        String squeezed = RegionNames.squeezed(RegionNames.withoutKind(name));
        if (squeezed.isEmpty()) {
            return new VillageMatch.Unknown(name);
        }
        List<Region> official = villages(VILLAGES_NAMED, squeezed, kecamatan);
        if (official.size() == 1) {
            return new VillageMatch.Found(official.getFirst(), false);
        }
        if (!official.isEmpty()) {
            return new VillageMatch.Ambiguous(official);
        }
        List<Region> called = villages(VILLAGES_CALLED, squeezed, kecamatan);
        if (called.size() == 1) {
            return new VillageMatch.Found(called.getFirst(), true);
        }
        return called.isEmpty() ? new VillageMatch.Unknown(name) : new VillageMatch.Ambiguous(called);
    }

    private List<Region> villages(String sql, String squeezed, @Nullable String kecamatan) {
        return jdbc.sql(sql)
                .param("squeezed", squeezed)
                .param("kecamatan", kecamatan)
                .query(Regions::region)
                .list();
    }

    /** The BPS code (3507130001) that an administrator has imported for a region, if any. */
    public Optional<String> bpsCode(String code) {
        return jdbc.sql("select bps_code from reference.region_bps where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    public List<String> aliasesOf(String code) {
        return Collections.unmodifiableList(
                jdbc.sql("select distinct alias from reference.region_alias where code = :code order by alias limit 50")
                        .param("code", code)
                        .query(String.class)
                        .list());
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        return new Region(
                row.getString("code"),
                row.getString("name"),
                RegionLevel.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getString("kind"));
    }
}
