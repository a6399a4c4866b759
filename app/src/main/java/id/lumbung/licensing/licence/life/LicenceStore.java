package id.lumbung.licensing.licence.life;

import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps licences and what happened to them. Runs inside the transaction of a use case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LicenceStore {
    private static final String COLUMNS = """
            select id, version, application, enterprise, region_code, regime, regime_version, year, running_no, number,
                   issued_on, valid_until, state, sheet_no, amendments, holder_name, business_name, place
              from licensing.licence
            """;
    private static final String INSERT = """
            insert into licensing.licence
                (id, region_code, application, enterprise, regime, regime_version, year, running_no, number, issued_on,
                 valid_until, state, sheet_no, amendments, holder_name, business_name, place)
            values
                (:id, :region, :application, :enterprise, :regime, :regimeVersion, :year, :runningNo, :number,
                 :issuedOn, :validUntil, :state, :sheetNo, :amendments, :holderName, :businessName, :place)
            """;
    private static final String UPDATE = """
            update licensing.licence
               set version = version + 1, state = :state, sheet_no = :sheetNo, amendments = :amendments,
                   holder_name = :holderName, business_name = :businessName, place = :place
             where id = :id
               and version = :version
            """;
    private static final String EVENTS = """
            select id, kind, happened_on, at, actor, actor_name, reason, ground, sheet, letter
              from licensing.licence_event
             where licence = :licence
             order by seq desc
             limit 500
            """;
    private static final String INSERT_EVENT = """
            insert into licensing.licence_event
                (id, licence, region_code, seq, kind, happened_on, at, actor, actor_name, reason, ground, sheet, letter)
            select :id, :licence, :region, coalesce(max(seq), 0) + 1, :kind, :happenedOn, :at, :actor, :actorName,
                   :reason, :ground, :sheet, :letter
              from licensing.licence_event
             where licence = :licence
            """;

    private final JdbcClient database;

    public LicenceStore(JdbcClient database) {
        this.database = database;
    }

    public void insert(Licence licence) {
        Licence.Numbering numbering = licence.numbering();
        database.sql(INSERT)
                .param("id", licence.id().value())
                .param("region", licence.kecamatanCode())
                .param("application", licence.application())
                .param("enterprise", licence.enterprise().value())
                .param("regime", numbering.regime())
                .param("regimeVersion", numbering.regimeVersion())
                .param("year", numbering.year())
                .param("runningNo", numbering.runningNo())
                .param("number", numbering.number())
                .param("issuedOn", licence.issuedOn())
                .param("validUntil", licence.validUntil())
                .param("state", licence.state().name())
                .param("sheetNo", licence.holdings().sheetNo())
                .param("amendments", licence.holdings().amendments())
                .param("holderName", licence.holdings().holderName())
                .param("businessName", licence.holdings().businessName())
                .param("place", licence.holdings().place())
                .update();
    }

    /** Whether the licence still had the version it was read with; if not, nothing was changed. */
    public boolean update(Licence licence) {
        int changed = database.sql(UPDATE)
                .param("state", licence.state().name())
                .param("sheetNo", licence.holdings().sheetNo())
                .param("amendments", licence.holdings().amendments())
                .param("holderName", licence.holdings().holderName())
                .param("businessName", licence.holdings().businessName())
                .param("place", licence.holdings().place())
                .param("id", licence.id().value())
                .param("version", licence.version())
                .update();
        return changed == 1;
    }

    public Optional<Licence> find(LicenceId id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(LicenceStore::licence)
                .optional();
    }

    public Optional<Licence> ofApplication(UUID application) {
        return database.sql(COLUMNS + "where application = :application")
                .param("application", application)
                .query(LicenceStore::licence)
                .optional();
    }

    /** Of any of these enterprises, the newest first. */
    public List<Licence> ofEnterprises(Collection<EnterpriseId> enterprises) {
        if (enterprises.isEmpty()) {
            return List.of();
        }
        return database.sql(COLUMNS + "where enterprise in (:enterprises) order by issued_on desc, id desc limit 1000")
                .param(
                        "enterprises",
                        enterprises.stream().map(EnterpriseId::value).toList())
                .query(LicenceStore::licence)
                .list();
    }

    public Optional<Licence> ofNumber(String number) {
        return database.sql(COLUMNS + "where number = :number")
                .param("number", number)
                .query(LicenceStore::licence)
                .optional();
    }

    public void append(Licence licence, LicenceEvent event) {
        database.sql(INSERT_EVENT)
                .param("id", event.id())
                .param("licence", licence.id().value())
                .param("region", licence.kecamatanCode())
                .param("kind", event.kind().name())
                .param("happenedOn", event.happenedOn())
                .param("at", Sql.at(event.at()))
                .param("actor", event.actor().account())
                .param("actorName", event.actor().name())
                .param("reason", event.reason())
                .param("ground", event.ground())
                .param("sheet", event.sheet())
                .param("letter", event.letter())
                .update();
    }

    /** The newest first. */
    public List<LicenceEvent> events(LicenceId licence) {
        return database.sql(EVENTS)
                .param("licence", licence.value())
                .query((row, index) -> new LicenceEvent(
                        Sql.uuid(row, "id"),
                        LicenceEvent.Kind.valueOf(row.getString("kind")),
                        Sql.date(row, "happened_on"),
                        at(row),
                        new LicenceEvent.Who(Sql.uuid(row, "actor"), row.getString("actor_name")),
                        row.getString("reason"),
                        row.getString("ground"),
                        Sql.uuidOrNull(row, "sheet"),
                        Sql.uuidOrNull(row, "letter")))
                .list();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Sql.instant(row, "at");
    }

    private static Licence licence(ResultSet row, int index) throws SQLException {
        return new Licence(
                new LicenceId(Sql.uuid(row, "id")),
                row.getInt("version"),
                Sql.uuidOrNull(row, "application"),
                new EnterpriseId(Sql.uuid(row, "enterprise")),
                row.getString("region_code"),
                new Licence.Numbering(
                        row.getString("regime"),
                        row.getInt("regime_version"),
                        row.getInt("year"),
                        row.getInt("running_no"),
                        row.getString("number")),
                Sql.date(row, "issued_on"),
                Sql.dateOrNull(row, "valid_until"),
                LicenceState.valueOf(row.getString("state")),
                new Licence.Holdings(
                        row.getInt("sheet_no"),
                        row.getInt("amendments"),
                        row.getString("holder_name"),
                        row.getString("business_name"),
                        row.getString("place")));
    }
}
