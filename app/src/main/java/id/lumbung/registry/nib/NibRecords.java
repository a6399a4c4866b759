package id.lumbung.registry.nib;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.EnterpriseLine;
import id.lumbung.registry.Nib;
import id.lumbung.registry.NibRecord;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** NIBs of enterprises, as the office recorded them. */
@Component
public class NibRecords {
    private static final String INSERT = """
            insert into registry.nib_record (id, enterprise, region_code, nib, issued_on, note, recorded_at, recorded_by)
            values (:id, :enterprise, :regionCode, :nib, :issuedOn, :note, :now, :by)
            on conflict on constraint nib_record_once do nothing
            """;

    private final JdbcClient database;
    private final CurrentActor currentActor;
    private final Clock clock;

    public NibRecords(JdbcClient database, CurrentActor currentActor, Clock clock) {
        this.database = database;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    public void record(EnterpriseLine enterprise, NibRecord record) {
        database.sql(INSERT)
                .param("id", Ids.next())
                .param("enterprise", enterprise.id().value())
                .param("regionCode", enterprise.regionCode())
                .param("nib", record.nib().value())
                .param("issuedOn", record.issuedOn())
                .param("note", record.note())
                .param("now", Sql.at(clock.instant()))
                .param("by", currentActor.find().map(Actor::account).orElse(null))
                .update();
    }

    /** How many other enterprises stand under it, inside sight and outside. */
    public long othersUnder(Nib nib, EnterpriseId except) {
        return database.sql("select registry.enterprises_under_nib(:nib, :except)")
                .param("nib", nib.value())
                .param("except", except.value())
                .query(Long.class)
                .single();
    }
}
