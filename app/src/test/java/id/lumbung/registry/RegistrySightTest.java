package id.lumbung.registry;

import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.owner;
import static id.lumbung.registry.RegistryFixtures.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.platform.Sight;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Straight to SQL, as a query would that forgets the territory. */
@LumbungTest
class RegistrySightTest {
    private static final UUID SOMEBODY = UUID.randomUUID();

    @Autowired
    private Registry registry;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private EnterpriseId here;
    private EnterpriseId there;
    private Nik nikThere;

    @BeforeEach
    void one_enterprise_here_and_one_there() {
        nikThere = aNik();
        here = Sight.system(
                "a test",
                () -> registry.admit(
                        application(
                                owner("Di Sini", aNik(), aPhone()), business("Usaha Sini", KEPANJEN), sales(1, 2025)),
                        null));
        there = Sight.system(
                "a test",
                () -> registry.admit(
                        application(
                                owner("Di Sana", nikThere, aPhone()), business("Usaha Sana", PAKISAJI), sales(1, 2025)),
                        null));
        Sight.system("a test", () -> {
            registry.recordNib(here, new NibRecord(new Nib("1234567890123"), null, ""));
            registry.recordNib(there, new NibRecord(new Nib("1234567890123"), null, ""));
        });
    }

    @Test
    void every_table_with_data_of_a_territory_has_row_level_security() {
        List<String> open = database.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'registry' and c.relkind in ('r', 'p') and not c.relrowsecurity
                           and c.relname not like 'flyway%'
                        """).query(String.class).list();

        assertThat(open).isEmpty();
    }

    @Test
    void without_a_sight_there_is_nothing() {
        for (String table : tables()) {
            assertThat(transaction.<Long>execute(status -> count(table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void an_officer_of_one_kecamatan_sees_its_enterprises_and_owners_and_no_others() {
        assertThat(Sight.<List<UUID>>within(SOMEBODY, Set.of("35.07.13"), inTransaction(() -> ids("enterprise"))))
                .contains(here.value())
                .doesNotContain(there.value());
        assertThat(Sight.<List<String>>within(
                        SOMEBODY,
                        Set.of("35.07.13"),
                        inTransaction(() -> database.sql("select name from registry.person")
                                .query(String.class)
                                .list())))
                .contains("Di Sini")
                .doesNotContain("Di Sana");
        for (String table : List.of(
                "record_of_enterprise",
                "ownership",
                "place",
                "activity",
                "contact",
                "nib_record",
                "observation",
                "enterprise_sector")) {
            assertThat(Sight.<Long>within(
                            SOMEBODY,
                            Set.of("35.07.13"),
                            inTransaction(() -> database.sql(
                                            "select count(*) from registry." + table + " where enterprise = :id")
                                    .param("id", there.value())
                                    .query(Long.class)
                                    .single())))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void the_view_for_other_modules_is_held_by_the_same_territory() {
        assertThat(Sight.<List<UUID>>within(SOMEBODY, Set.of("35.07.13"), inTransaction(() -> ids("pub_enterprise"))))
                .contains(here.value())
                .doesNotContain(there.value());
    }

    @Test
    void nobody_writes_into_another_territory() {
        assertThatThrownBy(() -> Sight.<Integer>within(
                        SOMEBODY,
                        Set.of("35.07.13"),
                        inTransaction(
                                () -> database.sql("update registry.enterprise set region_code = :there where id = :id")
                                        .param("there", PAKISAJI)
                                        .param("id", here.value())
                                        .update())))
                .isInstanceOf(DataAccessException.class);
        assertThat(Sight.<Integer>within(
                        SOMEBODY,
                        Set.of("35.07.13"),
                        inTransaction(() -> database.sql("update registry.enterprise set name = 'x' where id = :id")
                                .param("id", there.value())
                                .update())))
                .isZero();
    }

    @Test
    void the_look_ups_beyond_sight_tell_the_least() {
        List<String> functions = database.sql("""
                        select p.proname || ' ' || coalesce(array_to_string(p.proconfig, ';'), '')
                          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                         where n.nspname = 'registry' and p.prosecdef and p.prorettype <> 'pg_catalog.trigger'::regtype
                         order by 1
                        """).query(String.class).list();

        assertThat(functions).hasSize(9).allMatch(function -> function.contains("search_path="));
        assertThat(Sight.<List<String>>within(
                        SOMEBODY,
                        Set.of("35.07.13"),
                        inTransaction(() -> database.sql(
                                        "select number from registry.enterprise where id in (select enterprise from registry.owners_named_like('di sana', 50))")
                                .query(String.class)
                                .list())))
                .isEmpty();
        assertThat(Sight.<Long>within(
                        SOMEBODY,
                        Set.of("35.07.13"),
                        inTransaction(() -> database.sql(
                                        "select count(*) from registry.owners_named_like('di sana', 50) f where f.enterprise = :id")
                                .param("id", there.value())
                                .query(Long.class)
                                .single())))
                .isZero();
    }

    @Test
    void what_came_in_and_what_was_observed_cannot_be_changed_or_deleted() {
        for (String table : List.of("source_record", "observation", "activity", "nib_record")) {
            assertThatThrownBy(() -> Sight.<Integer>system(
                            "a test",
                            inTransaction(() -> database.sql(
                                            "update registry." + table + " set region_code = region_code || ''")
                                    .update())))
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> Sight.<Integer>system(
                            "a test",
                            inTransaction(() -> database.sql("delete from registry." + table)
                                    .update())))
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private List<UUID> ids(String table) {
        return database.sql("select id from registry." + table)
                .query(UUID.class)
                .list();
    }

    private long count(String table) {
        return database.sql("select count(*) from registry." + table)
                .query(Long.class)
                .single();
    }

    private List<String> tables() {
        return database.sql(
                        "select tablename from pg_tables where schemaname = 'registry' and tablename not like 'flyway%'")
                .query(String.class)
                .list();
    }

    private <T> Supplier<T> inTransaction(Supplier<T> work) {
        return () -> transaction.execute(status -> work.get());
    }
}
