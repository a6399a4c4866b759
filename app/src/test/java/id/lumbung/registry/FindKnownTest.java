package id.lumbung.registry;

import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.officer;
import static id.lumbung.registry.RegistryFixtures.owner;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Role;
import id.lumbung.platform.Sight;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class FindKnownTest {
    @Autowired
    private Registry registry;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor kepanjen;

    @BeforeEach
    void an_officer() {
        kepanjen = officer(accounts, Role.KECAMATAN_OFFICER, "35.07.13");
    }

    @Test
    void finds_by_nik_telephone_and_names_and_says_why() {
        Nik nik = aNik();
        Phone phone = aPhone();
        EnterpriseId id = admitted(application(
                owner("Hj. Soelastri Handajani", nik, phone), business("Keripik Tempe Barokah Jaya", KEPANJEN)));

        KnownMatch match = ask(nik, "Sulastri Handajani", phone, "keripik tempe barokah", KEPANJEN)
                .getFirst();

        assertThat(match.enterprise()).isEqualTo(id);
        assertThat(match.ownerName()).isEqualTo("Hj. Soelastri Handajani");
        assertThat(match.kecamatan()).isEqualTo("Kepanjen");
        assertThat(match.reasons())
                .extracting(KnownReason::reason)
                .containsExactly(
                        Reason.SAME_NIK, Reason.SAME_PHONE, Reason.SIMILAR_OWNER_NAME, Reason.SIMILAR_BUSINESS_NAME);
        assertThat(match.reasons().get(2).similarity()).isEqualTo(1);
        assertThat(match.reasons().getLast().messageKey()).isEqualTo("registry.known.SIMILAR_BUSINESS_NAME.village");
    }

    @Test
    void the_same_nik_comes_before_a_similar_name() {
        Nik nik = aNik();
        admitted(application(owner("Sri Rahayu", aNik()), business("Jamu Segar Rahayu", KEPANJEN)));
        EnterpriseId same = admitted(application(owner("Sri Rahajoe", nik), business("Warung Lain", KEPANJEN)));

        List<KnownMatch> found = ask(nik, "Sri Rahayu", null, null, null);

        assertThat(found.getFirst().enterprise()).isEqualTo(same);
        assertThat(found).hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void a_part_of_the_name_is_enough_while_typing() {
        EnterpriseId id = admitted(application(owner("Djumadi Wicaksono", aNik()), business("Las Wicak", KEPANJEN)));

        assertThat(ask(null, "wicaksono", null, null, null))
                .extracting(KnownMatch::enterprise)
                .contains(id);
        assertThat(ask(null, "wi", null, null, null)).isEmpty();
    }

    @Test
    void of_a_nik_known_elsewhere_it_tells_kecamatan_and_number_and_the_reading_log_says_so() {
        Nik nik = aNik();
        admitted(application(owner("Endang Purwati", nik, aPhone()), business("Toko Endang", PAKISAJI)));
        admitted(application(owner("Endang Purwati", nik), business("Toko Endang Dua", PAKISAJI)));

        List<KnownMatch> found = ask(nik, "Endang Purwati", null, "Toko Endang", KEPANJEN);

        assertThat(found)
                .filteredOn(KnownMatch::outsideTerritory)
                .containsExactly(new KnownMatch(
                        null,
                        null,
                        null,
                        null,
                        null,
                        "35.07.19",
                        "Pakisaji",
                        List.of(new KnownReason(Reason.SAME_NIK, 1, false)),
                        true,
                        2));
        assertThat(found)
                .filteredOn(match -> !match.outsideTerritory())
                .noneMatch(match -> "Endang Purwati".equals(match.ownerName()));
        assertThat(looksOf(kepanjen)).isEqualTo(1);
    }

    @Test
    void names_and_telephones_outside_the_territory_are_not_told() {
        Phone phone = aPhone();
        admitted(application(owner("Bambang Wirawan", aNik(), phone), business("Mebel Wirawan Asri", PAKISAJI)));

        assertThat(ask(null, "Bambang Wirawan", phone, "Mebel Wirawan Asri", KEPANJEN))
                .isEmpty();
    }

    private EnterpriseId admitted(IncomingRecord record) {
        return Sight.system("a test", () -> registry.admit(record, null));
    }

    private List<KnownMatch> ask(
            @Nullable Nik nik,
            @Nullable String name,
            @Nullable Phone phone,
            @Nullable String businessName,
            @Nullable String regionCode) {
        return CurrentActor.runAs(
                kepanjen, () -> registry.findKnown(new KnownQuery(nik, name, phone, businessName, regionCode)));
    }

    private long looksOf(Actor actor) {
        return Sight.<Long>system(
                "a test",
                () -> transaction.execute(status -> database.sql(
                                "select count(*) from identity.reading where account = :account and purpose = 'find-known'")
                        .param("account", actor.account())
                        .query(Long.class)
                        .single()));
    }
}
