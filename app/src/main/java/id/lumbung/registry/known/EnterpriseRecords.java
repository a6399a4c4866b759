package id.lumbung.registry.known;

import id.lumbung.platform.Sql;
import id.lumbung.registry.Nik;
import id.lumbung.registry.Phone;
import id.lumbung.registry.text.SealedTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enterprises as one record each, for comparing them with records from elsewhere. */
@Component
public class EnterpriseRecords {
    private static final String READ = """
            select e.id, e.number, e.name, e.region_code, e.activity_text,
                   o.person, o.owner, o.nik_sealed, o.birth_date,
                   p.address, p.rt, p.rw, a.kbli_code, c.contact, c.contact_sealed
              from registry.enterprise e
              left join lateral (
                   select n.id as person, n.name as owner, n.nik_sealed, n.birth_date
                     from registry.ownership w
                     join registry.person n on n.id = w.person
                    where w.enterprise = e.id and w.until is null
                    order by w.since, w.id
                    limit 1) o on true
              left join lateral (
                   select l.address, l.rt, l.rw
                     from registry.place l
                    where l.enterprise = e.id and l.until is null
                    order by l.since desc, l.id
                    limit 1) p on true
              left join lateral (
                   select y.kbli_code
                     from registry.activity y
                    where y.enterprise = e.id
                    order by y.declared_on desc, y.kbli_version desc, y.kbli_code
                    limit 1) a on true
              left join lateral (
                   select t.id as contact, t.sealed as contact_sealed
                     from registry.contact t
                    where t.enterprise = e.id and t.kind in ('PHONE', 'WHATSAPP')
                    order by t.since desc, t.id
                    limit 1) c on true
             where e.id in (:ids)
             order by e.id
            """;

    private static final Logger LOG = LoggerFactory.getLogger(EnterpriseRecords.class);

    private final JdbcClient database;
    private final SealedTexts sealed;

    EnterpriseRecords(JdbcClient database, SealedTexts sealed) {
        this.database = database;
        this.sealed = sealed;
    }

    /**
     * What is known of an enterprise.
     *
     * @param owner the one who has owned it longest
     * @param regionCode village, or kecamatan of a seller without a fixed place
     */
    public record EnterpriseRecord(
            UUID id,
            String number,
            String name,
            String regionCode,
            @Nullable String owner,
            @Nullable Nik nik,
            @Nullable LocalDate birthDate,
            @Nullable String address,
            @Nullable String rt,
            @Nullable String rw,
            String activity,
            @Nullable String kbli,
            @Nullable Phone phone) {
        /** Never whose it is. */
        @Override
        public String toString() {
            return "EnterpriseRecord[" + number + "]";
        }
    }

    /** As far as the current sight goes, in the order of their identifiers. */
    @Transactional(readOnly = true)
    public List<EnterpriseRecord> of(Collection<UUID> enterprises) {
        return enterprises.isEmpty()
                ? List.of()
                : database.sql(READ).param("ids", enterprises).query(this::read).list();
    }

    private EnterpriseRecord read(ResultSet row, int number) throws SQLException {
        String nik = opened(row, "nik_sealed", SealedTexts.NIK, "person");
        String phone = opened(row, "contact_sealed", SealedTexts.CONTACT, "contact");
        return new EnterpriseRecord(
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("region_code"),
                row.getString("owner"),
                nik == null ? null : new Nik(nik),
                Sql.dateOrNull(row, "birth_date"),
                row.getString("address"),
                row.getString("rt"),
                row.getString("rw"),
                row.getString("activity_text"),
                row.getString("kbli_code"),
                phone == null ? null : new Phone(phone));
    }

    /** What cannot be opened is not known: one number that was spoilt must not keep all others from being compared. */
    private @Nullable String opened(ResultSet row, String column, String place, String of) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        try {
            return sealed.open(bytes, place, Sql.uuid(row, of));
        } catch (IllegalStateException spoilt) {
            LOG.debug("{} of enterprise {} cannot be opened", column, row.getString("id"));
            return null;
        }
    }
}
