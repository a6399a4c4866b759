package id.lumbung.intake;

import id.lumbung.intake.entry.IntakeSeals;
import id.lumbung.intake.entry.Payload;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records of lists, one by one, for comparing them with others and for telling what they say. */
@Component
public class ListRecords {
    private static final String READ = """
            select r.id, r.list, r.line, r.region_code, r.owner_name, r.business_name, r.birth_date, r.address, r.rt, r.rw,
                   r.latitude, r.longitude, r.activity, r.kbli, r.sector, r.start_year, r.measured, r.sealed
              from intake.list_record r
             where r.id in (:ids)
             order by r.id
            """;
    private static final String LISTS = """
            select l.id, f.name as file, l.sheet_name,
                   (l.entered_at at time zone 'Asia/Jakarta')::date as entered_on
              from intake.list l
              join intake.file f on f.id = l.file
             where l.id in (:lists)
            """;
    private static final String LISTS_IN_SIGHT = "select id from intake.list where id in (:lists)";

    private static final Logger LOG = LoggerFactory.getLogger(ListRecords.class);

    private final JdbcClient database;
    private final Vault vault;

    ListRecords(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Where a record stands: file, sheet (empty in a file of text) and line, counted from one.
     *
     * @param inSight whether the list itself is; a row of a kecamatan may stand in a list of the regency
     */
    public record Provenance(UUID list, String file, String sheet, int line, LocalDate enteredOn, boolean inSight) {}

    private record Title(String file, String sheet, LocalDate enteredOn) {}

    /** A number of a kind; the year is null where the list does not say. */
    public record Measured(String kind, @Nullable Integer year, long value) {}

    /**
     * What a list says of a business.
     *
     * @param nik sixteen digits, or empty
     * @param phone in E.164, or empty
     */
    public record ListRecord(
            UUID id,
            Provenance from,
            String regionCode,
            @Nullable String owner,
            @Nullable String business,
            @Nullable LocalDate birthDate,
            @Nullable String address,
            @Nullable String rt,
            @Nullable String rw,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String activity,
            @Nullable String kbli,
            @Nullable String sector,
            @Nullable Integer startYear,
            List<Measured> measured,
            String nik,
            String phone) {
        public ListRecord {
            measured = List.copyOf(measured);
        }

        /** Never whose it is. */
        @Override
        public String toString() {
            return "ListRecord[line " + from.line() + "]";
        }
    }

    /** As far as the current sight goes, in the order of their identifiers; the title of a list is told with each of its rows. */
    @Transactional(readOnly = true)
    public List<ListRecord> of(Collection<UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Set<UUID> lists = new HashSet<>();
        database.sql("select distinct list from intake.list_record where id in (:ids)")
                .param("ids", records)
                .query(row -> {
                    lists.add(Sql.uuid(row, "list"));
                });
        if (lists.isEmpty()) {
            return List.of();
        }
        Set<UUID> inSight = new HashSet<>(database.sql(LISTS_IN_SIGHT)
                .param("lists", lists)
                .query(UUID.class)
                .list());
        Map<UUID, Title> titles = titles(lists);
        return database.sql(READ)
                .param("ids", records)
                .query((row, number) -> read(row, titles, inSight))
                .list();
    }

    private Map<UUID, Title> titles(Set<UUID> lists) {
        Map<UUID, Title> titles = new HashMap<>();
        Sight.system(
                "the title of a list that a row in sight stands in",
                () -> database.sql(LISTS).param("lists", lists).query(row -> {
                    titles.put(
                            Sql.uuid(row, "id"),
                            new Title(row.getString("file"), row.getString("sheet_name"), Sql.date(row, "entered_on")));
                }));
        return titles;
    }

    private ListRecord read(ResultSet row, Map<UUID, Title> titles, Set<UUID> inSight) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        UUID list = Sql.uuid(row, "list");
        Title title = Objects.requireNonNull(titles.get(list));
        Payload payload = payload(row.getBytes("sealed"), id);
        return new ListRecord(
                id,
                new Provenance(
                        list,
                        title.file(),
                        title.sheet(),
                        row.getInt("line"),
                        title.enteredOn(),
                        inSight.contains(list)),
                row.getString("region_code"),
                row.getString("owner_name"),
                row.getString("business_name"),
                Sql.dateOrNull(row, "birth_date"),
                row.getString("address"),
                row.getString("rt"),
                row.getString("rw"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("activity"),
                row.getString("kbli"),
                row.getString("sector"),
                row.getObject("start_year", Integer.class),
                measured(row.getString("measured")),
                payload.nik(),
                payload.phone());
    }

    /** What cannot be opened is not known: one row that was spoilt must not keep all others from being compared. */
    private Payload payload(byte[] sealed, UUID record) {
        try {
            return Payload.read(vault.openText(sealed, IntakeSeals.RECORD + ":" + record));
        } catch (IllegalStateException spoilt) {
            LOG.debug("the sealed part of record {} cannot be opened", record);
            return new Payload("", "", List.of());
        }
    }

    private static List<Measured> measured(@Nullable String kept) {
        List<Measured> measured = new ArrayList<>();
        if (kept != null) {
            for (String one : kept.split(" ", -1)) {
                String[] parts = one.split(":", -1);
                measured.add(new Measured(
                        parts[0], parts[1].isEmpty() ? null : Integer.valueOf(parts[1]), Long.parseLong(parts[2])));
            }
        }
        return measured;
    }
}
