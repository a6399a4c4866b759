package id.lumbung.intake;

import id.lumbung.intake.entry.IntakeSeals;
import id.lumbung.intake.entry.Payload;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records of lists, one by one, for comparing them with others and for telling what they say. */
@Component
public class ListRecords {
    private static final String READ = """
            select r.id, r.list, f.name as file, l.sheet_name, (l.entered_at at time zone 'Asia/Jakarta')::date as entered_on, r.line, r.region_code, r.owner_name, r.business_name,
                   r.birth_date, r.address, r.rt, r.rw, r.latitude, r.longitude, r.activity, r.kbli, r.sector, r.start_year,
                   r.measured, r.sealed
              from intake.list_record r
              join intake.list l on l.id = r.list
              join intake.file f on f.id = l.file
             where r.id in (:ids)
             order by r.id
            """;

    private final JdbcClient database;
    private final Vault vault;

    ListRecords(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Where a record stands: file, sheet (empty in a file of text) and line, counted from one. */
    public record Provenance(UUID list, String file, String sheet, int line, LocalDate enteredOn) {}

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

    /** As far as the current sight goes, in the order of their identifiers. */
    @Transactional(readOnly = true)
    public List<ListRecord> of(Collection<UUID> records) {
        return records.isEmpty()
                ? List.of()
                : database.sql(READ).param("ids", records).query(this::read).list();
    }

    private ListRecord read(ResultSet row, int number) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        Payload payload = Payload.read(vault.openText(row.getBytes("sealed"), IntakeSeals.RECORD + ":" + id));
        return new ListRecord(
                id,
                new Provenance(
                        Sql.uuid(row, "list"),
                        row.getString("file"),
                        row.getString("sheet_name"),
                        row.getInt("line"),
                        Sql.date(row, "entered_on")),
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
