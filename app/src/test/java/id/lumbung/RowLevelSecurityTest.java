package id.lumbung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks PostgreSQL's own catalogue whether territory holds on every table, so that a new table cannot forget it. */
@LumbungTest
class RowLevelSecurityTest {
    private static final String TERRITORIAL_TABLES = """
            select n.nspname || '.' || c.relname as name,
                   c.relrowsecurity as enabled,
                   (select count(*)
                      from pg_policies p
                     where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'PERMISSIVE') as policies,
                   (select count(*)
                      from pg_policies p
                     where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'PERMISSIVE'
                       and coalesce(p.qual, p.with_check) like '%platform.visible(%'
                       and coalesce(p.with_check, p.qual) like '%platform.visible(%') as by_territory
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_code' and not a.attisdropped
             where n.nspname in ('identity', 'registry', 'licensing', 'privacy', 'intake', 'matching')
               and c.relkind in ('r', 'p')
             order by 1
            """;

    @Autowired
    private JdbcClient database;

    private record Table(String name, boolean enabled, long policies, long byTerritory) {}

    @Test
    void every_table_with_a_region_code_shows_only_what_lies_in_sight() {
        List<Table> tables = database.sql(TERRITORIAL_TABLES)
                .query((row, number) -> new Table(
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        row.getLong("policies"),
                        row.getLong("by_territory")))
                .list();

        assertThat(tables).extracting(Table::name).contains("identity.role_grant", "identity.reading");
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.enabled()).as("row security of %s", table.name()).isTrue();
            assertThat(table.policies()).as("policies of %s", table.name()).isPositive();
            assertThat(table.byTerritory())
                    .as("policies of %s that ask platform.visible", table.name())
                    .isEqualTo(table.policies());
        });
    }

    @Test
    void the_application_owns_no_table_since_owners_are_not_held_by_row_security() {
        List<String> owned = names("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where pg_get_userbyid(c.relowner) = 'lumbung_app'
                """);

        assertThat(owned).isEmpty();
    }

    @Test
    void the_application_can_neither_pass_row_security_nor_become_the_owner() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("lumbung_app");
        assertThat(names("""
                        select rolname
                          from pg_roles
                         where rolname = 'lumbung_app'
                           and not rolsuper
                           and not rolbypassrls
                           and not rolcreaterole
                           and not pg_has_role('lumbung_app', 'lumbung_owner', 'MEMBER')
                        """)).containsExactly("lumbung_app");
    }

    @Test
    void views_are_read_with_the_rights_of_the_reader() {
        List<String> asOwner = names("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('identity', 'registry', 'licensing', 'privacy', 'intake', 'matching')
                   and c.relkind in ('v', 'm')
                   and not coalesce('security_invoker=true' = any (c.reloptions)
                                    or 'security_invoker=on' = any (c.reloptions), false)
                """);

        assertThat(asOwner).isEmpty();
    }

    /** Such a function sees everything; with a search path of its caller's it could be made to run somebody's code. */
    @Test
    void a_function_that_sees_beyond_fixes_where_it_looks_for_names() {
        List<String> open = names("""
                select n.nspname || '.' || p.proname
                  from pg_proc p
                  join pg_namespace n on n.oid = p.pronamespace
                 where p.prosecdef
                   and n.nspname in ('platform', 'reference', 'identity', 'registry', 'licensing', 'privacy', 'intake', 'matching')
                   and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')
                """);

        assertThat(open).isEmpty();
    }

    private List<String> names(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
