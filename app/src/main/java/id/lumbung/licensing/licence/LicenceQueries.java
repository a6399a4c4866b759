package id.lumbung.licensing.licence;

import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of licences, within sight. */
@Component
@Transactional(readOnly = true)
class LicenceQueries {
    static final int PAGE = 50;

    private static final String LIST = """
            select id, number, issued_on, valid_until, state, business_name, holder_name, place, region_code
              from licensing.licence
             where (cast(:region as text) is null or region_code = :region)
               and (cast(:state as text) is null or state like :state)
               and (cast(:from as date) is null or issued_on >= :from)
               and (cast(:to as date) is null or issued_on <= :to)
               and (cast(:afterDay as date) is null or (issued_on, id) < (cast(:afterDay as date), cast(:afterId as uuid)))
             order by issued_on desc, id desc
             limit :limit
            """;
    private static final String COUNT = """
            select count(*)
              from licensing.licence
             where (cast(:region as text) is null or region_code = :region)
               and (cast(:state as text) is null or state like :state)
               and (cast(:from as date) is null or issued_on >= :from)
               and (cast(:to as date) is null or issued_on <= :to)
            """;
    private static final String BY_NUMBER = """
            select id
              from licensing.licence
             where upper(number) = upper(:number)
             limit 1
            """;

    private final JdbcClient database;

    /** What the list is narrowed to; null means all. */
    record Filter(
            @Nullable String kecamatan,
            @Nullable StateGroup state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** States as people ask for them. */
    enum StateGroup {
        VALID("VALID"),
        WARNED("WARNED%"),
        REVOKED("REVOKED");

        private final String pattern;

        StateGroup(String pattern) {
            this.pattern = pattern;
        }

        String messageKey() {
            return switch (this) {
                case VALID -> "licence.state.valid";
                case WARNED -> "licence.state.warned";
                case REVOKED -> "licence.state.revoked";
            };
        }
    }

    /** Where the next page begins: after this line. */
    record Place(LocalDate day, UUID id) {}

    record Line(
            LicenceId id,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            LicenceState state,
            Who who,
            String kecamatan) {}

    record Who(String business, String holder, String place) {}

    LicenceQueries(JdbcClient database) {
        this.database = database;
    }

    /** The newest first; one more than a page, if there are more. */
    public List<Line> list(Filter filter, @Nullable Place after) {
        return list(filter, after, PAGE + 1);
    }

    public List<Line> list(Filter filter, @Nullable Place after, int limit) {
        return filtered(LIST, filter)
                .param("afterDay", after == null ? null : after.day())
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(LicenceQueries::line)
                .list();
    }

    public long count(Filter filter) {
        return filtered(COUNT, filter).query(Long.class).single();
    }

    public Optional<LicenceId> byNumber(String number) {
        return database.sql(BY_NUMBER)
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(LicenceId::new);
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        StateGroup state = filter.state();
        return database.sql(sql)
                .param("region", filter.kecamatan())
                .param("state", state == null ? null : state.pattern)
                .param("from", filter.from())
                .param("to", filter.to());
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                new LicenceId(Sql.uuid(row, "id")),
                row.getString("number"),
                Sql.date(row, "issued_on"),
                Sql.dateOrNull(row, "valid_until"),
                LicenceState.valueOf(row.getString("state")),
                new Who(row.getString("business_name"), row.getString("holder_name"), row.getString("place")),
                row.getString("region_code"));
    }
}
