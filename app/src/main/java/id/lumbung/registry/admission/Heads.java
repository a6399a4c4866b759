package id.lumbung.registry.admission;

import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.text.EnterpriseNumber;
import id.lumbung.registry.text.NameKey;
import id.lumbung.registry.text.SealedTexts;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an enterprise shows of itself: derived from all its records, those of enterprises that became part of it among them. */
@Component
public class Heads {
    private static final String RECORDS_OF_ENTERPRISE = """
            select r.id, r.received_at, r.payload
              from registry.record_of_enterprise m
              join registry.source_record r on r.id = m.source_record
             where m.enterprise = any (registry.pub_parts_of(:enterprise))
               and m.until is null
               and m.superseded_by is null
             order by r.received_at, r.id
            """;
    private static final String INSERT = """
            insert into registry.enterprise (id, number, name, name_key, region_code, itinerant, founded_on, legal_form,
                                             premises, activity_text, npwp_sealed, first_seen_at)
            values (:id, :number, :name, :nameKey, :regionCode, :itinerant, :foundedOn, :legalForm, :premises,
                    :activityText, :npwp, :now)
            """;
    private static final String UPDATE = """
            update registry.enterprise
               set name = :name, name_key = :nameKey, region_code = :regionCode, itinerant = :itinerant,
                   founded_on = :foundedOn, legal_form = :legalForm, premises = :premises,
                   activity_text = :activityText, npwp_sealed = :npwp, version = version + 1
             where id = :id
            """;

    private final JdbcClient database;
    private final Payloads payloads;
    private final EnterpriseParts parts;
    private final SealedTexts sealed;

    public Heads(JdbcClient database, Payloads payloads, EnterpriseParts parts, SealedTexts sealed) {
        this.database = database;
        this.payloads = payloads;
        this.parts = parts;
        this.sealed = sealed;
    }

    /** Those that count, wherever they came in. */
    List<AdmittedRecord> recordsOf(EnterpriseId enterprise) {
        return Sight.system(
                "deriving an enterprise from all its records",
                () -> database.sql(RECORDS_OF_ENTERPRISE)
                        .param("enterprise", enterprise.value())
                        .query((row, number) -> {
                            UUID id = Sql.uuid(row, "id");
                            return new AdmittedRecord(
                                    id, Sql.instant(row, "received_at"), payloads.open(id, row.getBytes("payload")));
                        })
                        .list());
    }

    /** A new enterprise with what its first record says. */
    void begin(EnterpriseId enterprise, AdmittedRecord first) {
        statement(INSERT, enterprise, List.of(first))
                .param("number", nextNumber().toString())
                .param("now", Sql.at(first.receivedAt()))
                .update();
    }

    /** What these records say. */
    void write(EnterpriseId enterprise, List<AdmittedRecord> records) {
        statement(UPDATE, enterprise, records).update();
    }

    /** Anew from all records that count now. */
    public void derive(EnterpriseId enterprise) {
        List<AdmittedRecord> records = recordsOf(enterprise);
        if (records.isEmpty()) {
            return;
        }
        write(enterprise, records);
        parts.replaceSectors(
                enterprise,
                Derivation.regionCode(records),
                Derivation.business(records).sectors());
    }

    private JdbcClient.StatementSpec statement(String sql, EnterpriseId enterprise, List<AdmittedRecord> records) {
        BusinessFacts business = Derivation.business(records);
        return database.sql(sql)
                .param("id", enterprise.value())
                .param("name", business.name())
                .param("nameKey", NameKey.of(business.name()))
                .param("regionCode", Derivation.regionCode(records))
                .param("itinerant", business.itinerant())
                .param("foundedOn", business.foundedOn())
                .param("legalForm", business.legalForm())
                .param("premises", business.premises())
                .param("activityText", business.activityText())
                .param("npwp", sealed.seal(business.npwp(), SealedTexts.NPWP, enterprise.value()));
    }

    private EnterpriseNumber nextNumber() {
        return new EnterpriseNumber(database.sql("select nextval('registry.enterprise_number')")
                .query(Long.class)
                .single());
    }
}
