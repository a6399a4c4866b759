package id.lumbung.licensing.licence.register;

import id.lumbung.identity.Actor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.licensing.licence.LicencePages;
import id.lumbung.licensing.licence.LicensedBusiness;
import id.lumbung.licensing.licence.LicensingProblem;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.paper.Frozen;
import id.lumbung.licensing.licence.paper.Snapshot;
import id.lumbung.licensing.licence.paper.Written;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of a kecamatan over a period, by running number, as each licence stands now. NIK and telephone are masked
 * unless a purpose is given, which is then recorded.
 */
@Component
public class RegisterBook {
    public static final int LONGEST = 3000;

    private static final String WHERE = """
              from licensing.licence l
             where l.region_code = :region
               and l.issued_on between :from and :to
            """;
    private static final String ROWS = """
            select l.number, l.running_no, l.issued_on, l.state, s.id as sheet, s.snapshot, s.snapshot_sha256
              from licensing.licence l
              join licensing.licence_sheet s on s.licence = l.id and s.sheet_no = l.sheet_no
             where l.region_code = :region
               and l.issued_on between :from and :to
             order by l.year, l.regime, l.running_no
             limit :limit
            """;

    private final JdbcClient database;
    private final Frozen frozen;
    private final ReadingLog readings;

    public record Period(String kecamatan, LocalDate from, LocalDate to) {}

    /** One line of the book. */
    public record Row(
            int runningNo, String number, LocalDate issuedOn, LicenceState state, Snapshot content, boolean full) {
        String nik() {
            return LicencePages.nik(content.holder(), full);
        }

        String phone() {
            return LicencePages.phone(content.holder(), full);
        }

        String kinds() {
            return Written.orDash(String.join(", ", content.business().sectors()));
        }

        String address() {
            LicensedBusiness business = content.business();
            String village = business.village();
            return village == null ? business.address() : business.address() + ", " + village;
        }

        @Nullable
        Long capital() {
            return content.business().capital();
        }
    }

    public RegisterBook(JdbcClient database, Frozen frozen, ReadingLog readings) {
        this.database = database;
        this.frozen = frozen;
        this.readings = readings;
    }

    @Transactional(readOnly = true)
    public long count(Period period, Actor actor) {
        actor.require(Permission.SEE_LICENCES, period.kecamatan());
        return counted(period);
    }

    /** The first rows, masked, for the screen. */
    @Transactional(readOnly = true)
    public List<Row> preview(Period period, int limit, Actor actor) {
        actor.require(Permission.SEE_LICENCES, period.kecamatan());
        return rows(period, limit, false);
    }

    /**
     * The whole book for a download, which is recorded.
     *
     * @param purpose what the full data are for; null leaves them masked
     */
    @Transactional
    public List<Row> export(Period period, String form, @Nullable String purpose, Actor actor) {
        actor.require(Permission.EXPORT, period.kecamatan());
        if (purpose != null) {
            actor.require(Permission.UNMASK, period.kecamatan());
        }
        long count = counted(period);
        if (count > LONGEST) {
            throw new Refused(LicensingProblem.PERIOD_TOO_LONG, "licence.problem.period-too-long", count, LONGEST);
        }
        readings.record(
                "register-book",
                Ids.next(),
                "export:" + form + (purpose == null ? "" : ":full") + " " + period.from() + "/" + period.to(),
                purpose == null ? "masked" : purpose,
                period.kecamatan());
        return rows(period, LONGEST, purpose != null);
    }

    private long counted(Period period) {
        return bound(database.sql("select count(*)\n" + WHERE), period)
                .query(Long.class)
                .single();
    }

    private List<Row> rows(Period period, int limit, boolean full) {
        return bound(database.sql(ROWS), period)
                .param("limit", limit)
                .query((row, index) -> row(row, full))
                .list();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Period period) {
        return statement
                .param("region", period.kecamatan())
                .param("from", period.from())
                .param("to", period.to());
    }

    private Row row(ResultSet row, boolean full) throws SQLException {
        UUID sheet = Sql.uuid(row, "sheet");
        Frozen.Sealed sealed = new Frozen.Sealed(row.getBytes("snapshot"), row.getString("snapshot_sha256"));
        return new Row(
                row.getInt("running_no"),
                row.getString("number"),
                Sql.date(row, "issued_on"),
                LicenceState.valueOf(row.getString("state")),
                frozen.thaw(sealed, sheet, Snapshot.class),
                full);
    }
}
