package id.lumbung.matching.coverage;

import id.lumbung.platform.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted, as far as the sight goes. */
@Component
class CoverageQueries {
    private static final String SUMS = """
            sum(c.records) as records, sum(c.waiting) as waiting, sum(c.businesses) as businesses,
            sum(c.licensed) as licensed, sum(c.registered) as registered, sum(c.elsewhere) as elsewhere, sum(c.fresh) as fresh
            """;
    private static final String BY_LIST = """
            select c.list, %s
              from matching.coverage c
             group by c.list
             order by c.list desc
             limit :limit
            """.formatted(SUMS);
    private static final String BY_KECAMATAN = """
            select substr(c.region_code, 1, 8) as region_code, %s
              from matching.coverage c
             where c.list = :list
             group by substr(c.region_code, 1, 8)
             order by 1
            """.formatted(SUMS);
    private static final String BY_PLACE = """
            select c.region_code, %s
              from matching.coverage c
             where c.list = :list
               and c.region_code like :prefix
             group by c.region_code
             order by c.region_code
            """.formatted(SUMS);
    private static final String MIXES = """
            select m.lists, m.standing, sum(m.businesses) as businesses
              from matching.coverage_mix m
             group by m.lists, m.standing
             order by m.standing, m.lists
            """;
    private static final String LISTS = """
            select id, region_code, file, sheet_name, entered_at
              from intake.pub_list
             where state = 'ENTERED'
               and (cast(:list as uuid) is null or id = :list)
             order by entered_at desc, id desc
             limit :limit
            """;
    /** Of a business that is on no other list and not in the register, the first record. */
    private static final String FRESH = """
            select r.id
              from matching.record r
             where r.list = :list
               and r.region_code = :region
               and r.gone_at is null
               and r.seq is not null
               and (cast(:after as uuid) is null or r.id > :after)
               and not exists (select 1
                                 from matching.record o
                                where o.business = r.business
                                  and o.gone_at is null
                                  and (o.list is distinct from r.list or o.id < r.id))
             order by r.id
             limit :limit
            """;

    private final JdbcClient database;

    CoverageQueries(JdbcClient database) {
        this.database = database;
    }

    /** A list that came in. */
    record Head(UUID id, String regionCode, String file, String sheet, Instant enteredAt) {}

    Optional<Instant> countedAt() {
        return database.sql("select counted_at from matching.coverage_count")
                .query((row, number) -> Sql.instant(row, "counted_at"))
                .optional();
    }

    Map<UUID, Head> lists(int limit) {
        Map<UUID, Head> heads = new LinkedHashMap<>();
        heads(null, limit).forEach(head -> heads.put(head.id(), head));
        return heads;
    }

    Optional<Head> list(UUID list) {
        return heads(list, 1).stream().findFirst();
    }

    private List<Head> heads(@Nullable UUID list, int limit) {
        return database.sql(LISTS)
                .param("list", list)
                .param("limit", limit)
                .query((row, number) -> new Head(
                        Sql.uuid(row, "id"),
                        row.getString("region_code"),
                        row.getString("file"),
                        row.getString("sheet_name"),
                        Sql.instant(row, "entered_at")))
                .list();
    }

    /** The newest lists first. */
    Map<UUID, Covered> byList(int limit) {
        Map<UUID, Covered> found = new LinkedHashMap<>();
        database.sql(BY_LIST).param("limit", limit).query(row -> {
            found.put(Sql.uuid(row, "list"), covered(row));
        });
        return found;
    }

    /** By kecamatan; rows of which no kecamatan is known under the code of the regency. */
    Map<String, Covered> byKecamatan(UUID list) {
        Map<String, Covered> found = new LinkedHashMap<>();
        database.sql(BY_KECAMATAN).param("list", list).query(row -> {
            found.put(row.getString("region_code"), covered(row));
        });
        return found;
    }

    /** By village within a code; rows of which no village is known under the code of what is known. */
    Map<String, Covered> byPlace(UUID list, String within) {
        Map<String, Covered> found = new LinkedHashMap<>();
        database.sql(BY_PLACE).param("list", list).param("prefix", within + "%").query(row -> {
            found.put(row.getString("region_code"), covered(row));
        });
        return found;
    }

    private static Covered covered(ResultSet row) throws SQLException {
        return new Covered(
                row.getLong("records"),
                row.getLong("waiting"),
                row.getLong("businesses"),
                row.getLong("licensed"),
                row.getLong("registered"),
                row.getLong("elsewhere"),
                row.getLong("fresh"));
    }

    List<Mix> mixes() {
        return database.sql(MIXES)
                .query((row, number) -> new Mix(
                        lists(row.getArray("lists")),
                        Mix.Standing.valueOf(row.getString("standing")),
                        row.getLong("businesses")))
                .list();
    }

    private static List<UUID> lists(Array lists) throws SQLException {
        return List.of((UUID[]) lists.getArray());
    }

    List<UUID> fresh(UUID list, String region, @Nullable UUID after, int limit) {
        return database.sql(FRESH)
                .param("list", list)
                .param("region", region)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
