package id.lumbung.registry.merge;

import id.lumbung.platform.Sql;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.EnterpriseLicences;
import id.lumbung.registry.LicenceLine;
import id.lumbung.registry.text.EnterpriseNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which enterprises are one, within the sight of who asks. */
@Component
@Transactional(readOnly = true)
public class Wholes {
    private static final String SURVIVORS = """
            select e.id, coalesce(s.id, e.id) as survivor
              from registry.enterprise e
              left join registry.enterprise s on s.id = e.merged_into
             where e.id in (:ids)
            """;
    private static final String PARTS = """
            select p.id, coalesce(s.id, p.id) as survivor
              from registry.enterprise p
              left join registry.enterprise s on s.id = p.merged_into
             where p.id in (:ids) or p.merged_into in (:ids)
             order by p.first_seen_at, p.id
            """;
    private static final String AGE = "select number, first_seen_at from registry.enterprise where id = :id";

    private record Age(Instant firstSeenAt, long number) {}

    private final JdbcClient database;
    private final List<EnterpriseLicences> licences;

    public Wholes(JdbcClient database, List<EnterpriseLicences> licences) {
        this.database = database;
        this.licences = licences;
    }

    /** What it is part of now; itself when it stands alone, or when that one is out of sight. */
    public EnterpriseId survivorOf(EnterpriseId enterprise) {
        return new EnterpriseId(
                survivorsOf(List.of(enterprise.value())).getOrDefault(enterprise.value(), enterprise.value()));
    }

    /** The same for many; what is out of sight is left out. */
    public Map<UUID, UUID> survivorsOf(Collection<UUID> enterprises) {
        Map<UUID, UUID> survivors = new LinkedHashMap<>();
        if (!enterprises.isEmpty()) {
            database.sql(SURVIVORS).param("ids", enterprises).query(row -> {
                survivors.put(Sql.uuid(row, "id"), Sql.uuid(row, "survivor"));
            });
        }
        return survivors;
    }

    /** The enterprise in the version of now, for who judges it and may find it changed when the judgement is written down. */
    public SeenEnterprise seen(EnterpriseId enterprise) {
        return new SeenEnterprise(
                enterprise,
                database.sql("select version from registry.enterprise where id = :id")
                        .param("id", enterprise.value())
                        .query(Integer.class)
                        .optional()
                        .orElseThrow(Merging::unknown));
    }

    /** All that are one with it, itself among them. */
    public List<EnterpriseId> partsOf(EnterpriseId enterprise) {
        return database
                .sql("select part from unnest(registry.pub_parts_of(:id)) part order by part")
                .param("id", enterprise.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(EnterpriseId::new)
                .toList();
    }

    /** Licences of several enterprises and of all that became part of them, the newest first. */
    public Map<EnterpriseId, List<LicenceLine>> licencesOf(Collection<EnterpriseId> enterprises) {
        Map<EnterpriseId, EnterpriseId> survivors = new LinkedHashMap<>();
        if (!enterprises.isEmpty()) {
            database.sql(PARTS)
                    .param("ids", enterprises.stream().map(EnterpriseId::value).toList())
                    .query(row -> {
                        survivors.put(
                                new EnterpriseId(Sql.uuid(row, "id")), new EnterpriseId(Sql.uuid(row, "survivor")));
                    });
        }
        Map<EnterpriseId, List<LicenceLine>> found = new LinkedHashMap<>();
        for (EnterpriseLicences keeper : licences) {
            keeper.of(survivors.keySet())
                    .forEach((part, lines) -> found.computeIfAbsent(
                                    survivors.getOrDefault(part, part), none -> new ArrayList<>())
                            .addAll(lines));
        }
        found.values()
                .forEach(lines -> lines.sort(Comparator.comparing(LicenceLine::issuedOn)
                        .thenComparing(LicenceLine::number)
                        .reversed()));
        return found;
    }

    /** Which of two should remain: one with a licence in force, else the one known longer, else the smaller number. */
    public EnterpriseId shouldSurvive(EnterpriseId one, EnterpriseId other) {
        boolean oneLicensed = licensed(one);
        if (oneLicensed != licensed(other)) {
            return oneLicensed ? one : other;
        }
        return Comparator.comparing(Age::firstSeenAt)
                                .thenComparingLong(Age::number)
                                .compare(age(one), age(other))
                        <= 0
                ? one
                : other;
    }

    private boolean licensed(EnterpriseId enterprise) {
        return licencesOf(List.of(enterprise)).values().stream()
                .flatMap(List::stream)
                .anyMatch(LicenceLine::inForce);
    }

    private Age age(EnterpriseId enterprise) {
        return database.sql(AGE)
                .param("id", enterprise.value())
                .query((row, number) -> new Age(
                        Sql.instant(row, "first_seen_at"),
                        EnterpriseNumber.parse(row.getString("number")).sequence()))
                .optional()
                .orElseThrow(Merging::unknown);
    }
}
