package id.lumbung.registry;

import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.RECEIVED;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.itinerant;
import static id.lumbung.registry.RegistryFixtures.officer;
import static id.lumbung.registry.RegistryFixtures.owner;
import static id.lumbung.registry.RegistryFixtures.record;
import static id.lumbung.registry.RegistryFixtures.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Role;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class AdmissionTest {
    @Autowired
    private Registry registry;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor kepanjen;
    private Actor pakisaji;

    @BeforeEach
    void officers() {
        kepanjen = officer(accounts, Role.KECAMATAN_OFFICER, "35.07.13");
        pakisaji = officer(accounts, Role.KECAMATAN_OFFICER, "35.07.19");
    }

    @Test
    void an_application_becomes_a_record_an_enterprise_its_owner_and_all_that_hangs_on_it() {
        EnterpriseId id = admit(
                kepanjen,
                application(
                        owner("Lastri Handayani", aNik(), aPhone()),
                        business("Keripik Tempe Bu Lastri", KEPANJEN),
                        sales(86_400_000, 2025)));

        assertThat(enterprise(id))
                .containsEntry("name", "Keripik Tempe Bu Lastri")
                .containsEntry("name_key", "keripik tempe lastri")
                .containsEntry("region_code", KEPANJEN);
        assertThat((String) enterprise(id).get("number")).matches("LB-\\d{7}-\\d");
        for (String table : List.of(
                "record_of_enterprise",
                "ownership",
                "place",
                "activity",
                "contact",
                "observation",
                "enterprise_sector")) {
            assertThat(count("select count(*) from registry." + table + " where enterprise = ?", id))
                    .as(table)
                    .isEqualTo(1);
        }
    }

    @Test
    void the_same_origin_admitted_twice_changes_nothing() {
        IncomingRecord record = application(owner("Sutrisno", aNik()), business("Tahu Sutrisno", KEPANJEN));

        EnterpriseId first = admit(kepanjen, record);
        EnterpriseId second = admit(kepanjen, record);

        assertThat(second).isEqualTo(first);
        assertThat(count("select count(*) from registry.record_of_enterprise where enterprise = ?", first))
                .isEqualTo(1);
    }

    @Test
    void the_same_origin_admitted_at_the_same_moment_makes_one_enterprise() throws Exception {
        IncomingRecord record = application(owner("Sutrisno", aNik()), business("Tempe Sutrisno", KEPANJEN));

        List<EnterpriseId> ids = together(8, () -> admit(kepanjen, record));

        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void one_nik_entered_at_many_counters_at_the_same_moment_is_one_person() throws Exception {
        Nik nik = aNik();

        List<EnterpriseId> ids = together(
                8, () -> admit(kepanjen, application(owner("Wahyuni", nik), business("Warung Wahyuni", KEPANJEN))));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(this::ownerOf).distinct()).hasSize(1);
    }

    @Test
    void trap_11_one_owner_has_three_businesses_under_one_nib_and_two_owners_share_a_telephone() {
        Nik nik = aNik();
        Phone shared = aPhone();
        Nib nib = new Nib("0330202906131");
        List<EnterpriseId> ids = new ArrayList<>();
        for (String name : List.of("Warung Rini", "Jahit Rini", "Pulsa Rini")) {
            ids.add(admit(kepanjen, application(owner("Rini Astuti", nik, shared), business(name, KEPANJEN))));
        }
        EnterpriseId neighbour =
                admit(kepanjen, application(owner("Slamet", aNik(), shared), business("Bengkel Slamet", KEPANJEN)));

        CurrentActor.runAs(kepanjen, () -> ids.forEach(id -> registry.recordNib(id, new NibRecord(nib, null, ""))));

        assertThat(ids.stream().map(this::ownerOf).distinct()).hasSize(1);
        assertThat(ownerOf(neighbour)).isNotEqualTo(ownerOf(ids.getFirst()));
        assertThat(Sight.<Long>system(
                        "a test",
                        () -> transaction.execute(
                                status -> database.sql("select count(*) from registry.nib_record where nib = :nib")
                                        .param("nib", nib.value())
                                        .query(Long.class)
                                        .single())))
                .isEqualTo(3);
    }

    @Test
    void trap_12_an_itinerant_seller_has_a_kecamatan_and_no_place() {
        EnterpriseId id =
                admit(kepanjen, application(owner("Pak Kasiman", aNik()), itinerant("Bakso Kasiman", "35.07.13")));

        assertThat(enterprise(id)).containsEntry("region_code", "35.07.13").containsEntry("itinerant", true);
        assertThat(count("select count(*) from registry.place where enterprise = ?", id))
                .isZero();
    }

    @Test
    void traps_13_and_24_an_owner_may_live_outside_the_regency_and_is_counted_where_the_business_is() {
        EnterpriseId id =
                admit(kepanjen, application(owner("Maria Goretti", aNik()), business("Kopi Maria", KEPANJEN)));

        assertThat(person(id)).containsEntry("home_region_code", "35.73.01.1001");
        assertThat(enterprise(id)).containsEntry("region_code", KEPANJEN);
    }

    @Test
    void trap_15_two_sri_rahayu_without_a_nik_stay_two_people() {
        EnterpriseId one = admit(kepanjen, application(owner("Sri Rahayu", null), business("Jamu Sri", KEPANJEN)));
        EnterpriseId two = admit(kepanjen, application(owner("Sri Rahayu", null), business("Jamu Sri", KEPANJEN)));

        assertThat(ownerOf(one)).isNotEqualTo(ownerOf(two));
        assertThat(person(one)).containsEntry("nik_unknown_reason", "CARD_LOST").containsEntry("nik_sealed", null);
    }

    @Test
    void an_owner_whose_card_was_lost_gets_the_nik_when_the_next_record_brings_it() {
        EnterpriseId id = admit(kepanjen, application(owner("Ibu Sumiati", null), business("Kue Sumiati", KEPANJEN)));

        admit(kepanjen, application(owner("Sumiati", aNik()), business("Kue Sumiati", KEPANJEN)), id);

        assertThat(count("select count(*) from registry.ownership where enterprise = ? and until is null", id))
                .isEqualTo(1);
        assertThat(person(id)).containsEntry("nik_unknown_reason", null);
    }

    @Test
    void what_is_shown_is_the_latest_record_of_the_strongest_kind_and_gaps_come_from_the_others() {
        Nik nik = aNik();
        EnterpriseId id = admit(
                kepanjen,
                record(
                        SourceKind.APPLICATION,
                        LocalDate.of(2025, 5, 1),
                        owner("Kartini", nik),
                        itinerant("Gorengan Kartini", "35.07.13")));

        admit(kepanjen, record(SourceKind.LIST, RECEIVED, owner("KARTINI", nik), business("GORENGAN", KEPANJEN)), id);
        Map<String, Object> afterTheList = enterprise(id);
        admit(
                kepanjen,
                record(
                        SourceKind.APPLICATION,
                        RECEIVED,
                        owner("Kartini", nik),
                        business("Gorengan Bu Kartini", KEPANJEN)),
                id);

        assertThat(afterTheList)
                .containsEntry("name", "Gorengan Kartini")
                .containsEntry("region_code", "35.07.13")
                .containsEntry("founded_on", java.sql.Date.valueOf("2017-03-01"));
        assertThat(enterprise(id))
                .containsEntry("name", "Gorengan Bu Kartini")
                .containsEntry("region_code", KEPANJEN)
                .containsEntry("version", 3);
        assertThat(count(
                        "select count(*) from registry.activity where enterprise = ? and region_code = '" + KEPANJEN
                                + "'",
                        id))
                .isEqualTo(3);
    }

    @Test
    void a_person_known_elsewhere_is_the_same_person_here_though_nobody_here_could_see_her() {
        Nik nik = aNik();
        EnterpriseId there = admit(pakisaji, application(owner("Endang", nik), business("Toko Endang", PAKISAJI)));
        EnterpriseId here = admit(kepanjen, application(owner("Endang", nik), business("Toko Endang 2", KEPANJEN)));

        assertThat(ownerOf(here)).isEqualTo(ownerOf(there));
    }

    @Test
    void an_enterprise_outside_the_territory_cannot_be_extended() {
        EnterpriseId there = admit(pakisaji, application(owner("Joko", aNik()), business("Toko Joko", PAKISAJI)));

        assertThatThrownBy(() ->
                        admit(kepanjen, application(owner("Joko", aNik()), business("Toko Joko", KEPANJEN)), there))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_record_of_another_territory_cannot_be_admitted() {
        assertThatThrownBy(() -> admit(kepanjen, application(owner("Joko", aNik()), business("Toko Joko", PAKISAJI))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void an_application_handed_in_again_takes_the_place_of_the_first_and_leaves_no_second_owner() {
        Nik mistyped = aNik();
        Nik right = aNik();
        IncomingRecord first =
                application(owner("Sunarto", mistyped, aPhone()), itinerant("Mie Ayam Sunarto", "35.07.13"));
        EnterpriseId id = admit(kepanjen, handedIn(first, "permohonan-a/1"));

        admit(
                kepanjen,
                handedIn(
                        application(owner("Sunarti", right, aPhone()), business("Mie Ayam Bu Narti", KEPANJEN)),
                        "permohonan-a/2"),
                id);

        assertThat(count("select count(*) from registry.ownership where enterprise = ? and until is null", id))
                .isEqualTo(1);
        assertThat(person(id)).containsEntry("name", "Sunarti");
        assertThat(enterprise(id)).containsEntry("name", "Mie Ayam Bu Narti").containsEntry("itinerant", false);
        assertThat(CurrentActor.<List<KnownMatch>>runAs(
                        kepanjen, () -> registry.findKnown(new KnownQuery(mistyped, null, null, null, null))))
                .isEmpty();
        assertThat(count("select count(*) from registry.record_of_enterprise where enterprise = ?", id))
                .isEqualTo(2);
    }

    @Test
    void a_corrected_owner_who_has_other_businesses_keeps_those_and_loses_only_this_one() {
        Nik hers = aNik();
        Nik his = aNik();
        EnterpriseId other = admit(kepanjen, application(owner("Yuliati", hers), business("Salon Yuli", KEPANJEN)));
        EnterpriseId id = admit(
                kepanjen,
                handedIn(application(owner("Yuliati", hers), business("Cukur Agus", KEPANJEN)), "permohonan-b/1"));

        admit(
                kepanjen,
                handedIn(application(owner("Agus", his), business("Cukur Agus", KEPANJEN)), "permohonan-b/2"),
                id);

        assertThat(person(other)).containsEntry("name", "Yuliati");
        assertThat(person(id)).containsEntry("name", "Agus");
    }

    private static IncomingRecord handedIn(IncomingRecord record, String origin) {
        return new IncomingRecord(
                record.kind(),
                origin,
                record.regionCode(),
                record.receivedOn(),
                record.owner(),
                record.business(),
                record.observations());
    }

    private EnterpriseId admit(Actor actor, IncomingRecord record) {
        return CurrentActor.runAs(actor, () -> registry.admit(record, null));
    }

    private EnterpriseId admit(Actor actor, IncomingRecord record, EnterpriseId knownAs) {
        return CurrentActor.runAs(actor, () -> registry.admit(record, knownAs));
    }

    private Map<String, Object> enterprise(EnterpriseId id) {
        return row("select * from registry.enterprise where id = ?", id);
    }

    private Map<String, Object> person(EnterpriseId id) {
        return row("""
                select p.* from registry.person p join registry.ownership o on o.person = p.id
                 where o.enterprise = ? and o.until is null
                """, id);
    }

    private Object ownerOf(EnterpriseId id) {
        return person(id).get("id");
    }

    private Map<String, Object> row(String sql, EnterpriseId id) {
        return Sight.<Map<String, Object>>system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql(sql).param(id.value()).query().singleRow()));
    }

    private long count(String sql, EnterpriseId id) {
        return (Long) row(sql, id).get("count");
    }

    private static <T> List<T> together(int many, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                running.add(threads.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
