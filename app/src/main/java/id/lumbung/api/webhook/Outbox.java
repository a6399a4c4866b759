package id.lumbung.api.webhook;

import id.lumbung.licensing.licence.LicenceHappened;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what is to be sent, in the transaction in which it happens: both are there after a crash, or neither. */
@Component
class Outbox {
    private static final String INSERT = """
            insert into api.delivery (id, subscription, kind, body, made_at, next_try_at)
            values (:id, :subscription, :kind, :body, :now, :now)
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LicenceHappened happened) {
        List<UUID> subscriptions = database.sql(
                        "select id from api.subscription where state <> 'ENDED' order by id limit 100")
                .query(UUID.class)
                .list();
        if (subscriptions.isEmpty()) {
            return;
        }
        String kind = kind(happened.what());
        String body = json.writeValueAsString(body(happened, kind));
        for (UUID subscription : subscriptions) {
            database.sql(INSERT)
                    .param("id", Ids.next())
                    .param("subscription", subscription)
                    .param("kind", kind)
                    .param("body", body)
                    .param("now", Sql.at(clock.instant()))
                    .update();
        }
    }

    static String kind(LicenceHappened.What what) {
        String word = what == LicenceHappened.What.SHEET_REPLACED ? "replaced" : what.name();
        return "licence." + word.toLowerCase(Locale.ROOT);
    }

    /** Nothing about a person: whoever needs more asks with a token. */
    private static Map<String, Object> body(LicenceHappened happened, String kind) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", happened.licence().toString());
        data.put("number", happened.number());
        data.put("kecamatan", happened.kecamatanCode());
        data.put("kind", kind.substring(kind.indexOf('.') + 1));
        data.put("at", happened.at().toString());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", kind);
        body.put("timestamp", happened.at().toString());
        body.put("data", data);
        return body;
    }
}
