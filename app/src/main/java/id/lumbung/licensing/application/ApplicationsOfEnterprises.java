package id.lumbung.licensing.application;

import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.TimelineContributor;
import id.lumbung.registry.TimelineEntry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an enterprise's timeline when it applied and what became of it. */
@Component
class ApplicationsOfEnterprises implements TimelineContributor {
    private static final String EVENTS = """
            select e.at, a.receipt, a.id, t.effect, t.clock
              from licensing.application_event e
              join licensing.application a on a.id = e.application
              join licensing.regime_transition t
                on t.code = a.regime_code and t.number = a.regime_number
               and t.from_state = e.from_state and t.action = e.action
             where a.enterprise = :enterprise
               and (t.clock = 'START' or t.effect in ('REFUSE', 'WITHDRAW'))
             order by e.at desc, e.id desc
             limit 100
            """;

    private final JdbcClient database;

    ApplicationsOfEnterprises(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineEntry> entriesOf(EnterpriseId enterprise) {
        return database.sql(EVENTS)
                .param("enterprise", enterprise.value())
                .query((row, number) -> new TimelineEntry(
                        Sql.instant(row, "at"),
                        switch (row.getString("effect")) {
                            case "REFUSE" -> "licensing.timeline.refused";
                            case "WITHDRAW" -> "licensing.timeline.withdrawn";
                            default -> "licensing.timeline.submitted";
                        },
                        List.of(row.getString("receipt")),
                        null,
                        "/permohonan/" + row.getString("id")))
                .list();
    }
}
