package id.lumbung.matching.index;

import id.lumbung.linkage.LinkageWeights;
import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.platform.key.SealedTable;
import id.lumbung.platform.key.SealedTables;
import id.lumbung.platform.key.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The weights that were learned on the office's own records; while there are none, those that come with the engine count. */
@Component
public class Weights implements SealedTables {
    private static final String PLACE = "matching.weights";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Weights(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public List<SealedTable> tables() {
        return List.of(SealedTable.byId(PLACE, "sealed", PLACE));
    }

    /** Which are the newest. */
    Optional<UUID> newest() {
        return database.sql("select id from matching.weights order by learned_at desc, id desc limit 1")
                .query(UUID.class)
                .optional();
    }

    LinkageWeights read(UUID id) {
        byte[] sealed = database.sql("select sealed from matching.weights where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("sealed"))
                .single();
        return LinkageWeights.fromJson(vault.openText(sealed, PLACE + ":" + id));
    }

    /**
     * Keeps what was learned; every record is compared anew with it.
     *
     * @param judged how many judgements of people taught it
     */
    void keep(LinkageWeights weights, long records, int judged) {
        UUID id = Ids.next();
        database.sql("""
                        insert into matching.weights (id, learned_at, records, judged, sealed)
                        values (:id, :at, :records, :judged, :sealed)
                        """)
                .param("id", id)
                .param("at", Sql.at(clock.instant()))
                .param("records", records)
                .param("judged", judged)
                .param("sealed", vault.sealText(weights.toJson(), PLACE + ":" + id))
                .update();
        database.sql("update matching.record set seq = null where gone_at is null")
                .update();
    }
}
