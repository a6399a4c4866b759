package id.lumbung.identity;

import id.lumbung.platform.Sight;
import id.lumbung.platform.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who signs: the names, titles, ranks and numbers that stand under official papers. */
@Component
public class Officials {
    private static final String HOLDING = """
            select a.id, a.full_name, a.title, a.rank, a.nip
              from identity.account a
              join identity.role_grant g on g.account = a.id
             where g.role = :role
               and (g.region_code = :regionCode or starts_with(:regionCode, g.region_code || '.'))
               and g.revoked_at is null
               and g.valid_from <= :today
               and (g.valid_to is null or g.valid_to >= :today)
               and a.state <> 'DISABLED'
             order by length(g.region_code) desc, g.valid_from desc, a.id
             limit 20
            """;

    private final JdbcClient database;
    private final Accounts accounts;
    private final Clock clock;

    Officials(JdbcClient database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A person as under a signature, in their own name. */
    @Transactional(readOnly = true)
    public Official get(UUID account) {
        return database.sql("select id, full_name, title, rank, nip from identity.account where id = :id")
                .param("id", account)
                .query((row, number) -> official(row, null))
                .single();
    }

    /**
     * A person as under a paper of this kecamatan: somebody who is not its camat but a camat's delegate there signs on
     * behalf of the camat.
     */
    @Transactional(readOnly = true)
    public Official signing(UUID account, String kecamatanCode) {
        Official person = get(account);
        Actor actor = new Actor(account, person.name(), accounts.grantsInForce(account));
        if (actor.has(Role.CAMAT, kecamatanCode) || !actor.has(Role.CAMAT_DELEGATE, kecamatanCode)) {
            return person;
        }
        String camat = holding(Role.CAMAT, kecamatanCode).stream()
                .map(Official::title)
                .flatMap(title -> Optional.ofNullable(title).stream())
                .findFirst()
                .orElse("Camat");
        return new Official(person.account(), person.name(), person.title(), person.rank(), person.nip(), camat);
    }

    /** Who holds a role over this region today, the nearest first. */
    @Transactional(readOnly = true)
    public List<Official> holding(Role role, String regionCode) {
        return Sight.system(
                "who holds an office",
                () -> database.sql(HOLDING)
                        .param("role", role.name())
                        .param("regionCode", regionCode)
                        .param("today", LocalDate.now(clock))
                        .query((row, number) -> official(row, null))
                        .list());
    }

    private static Official official(java.sql.ResultSet row, @Nullable String onBehalfOf) throws java.sql.SQLException {
        return new Official(
                Sql.uuid(row, "id"),
                row.getString("full_name"),
                row.getString("title"),
                row.getString("rank"),
                row.getString("nip"),
                onBehalfOf);
    }
}
