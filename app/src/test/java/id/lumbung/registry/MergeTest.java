package id.lumbung.registry;

import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.RECEIVED;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
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
import id.lumbung.platform.Stale;
import id.lumbung.registry.merge.SeenEnterprise;
import id.lumbung.registry.search.EnterpriseSearch;
import id.lumbung.registry.sheet.EnterpriseDesk;
import id.lumbung.registry.sheet.EnterpriseQueries;
import id.lumbung.registry.size.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Two enterprises that are one: read together, found once, counted once, parted without loss. */
@LumbungTest
class MergeTest {
    private static final String WHY = "pemilik dan tempat yang sama";

    @Autowired
    private Registry registry;

    @Autowired
    private EnterpriseQueries queries;

    @Autowired
    private EnterpriseSearch search;

    @Autowired
    private EnterpriseDesk desk;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor dinas;
    private Actor kepanjen;
    private Actor pakisaji;
    private Nik nik;
    private Phone phone;
    private Phone otherPhone;
    private EnterpriseId licensed;
    private EnterpriseId listed;

    @BeforeEach
    void two_that_are_one() {
        dinas = officer(accounts, Role.DINAS_OFFICER, "35.07");
        kepanjen = officer(accounts, Role.KECAMATAN_OFFICER, "35.07.13");
        pakisaji = officer(accounts, Role.KECAMATAN_OFFICER, "35.07.19");
        nik = aNik();
        phone = aPhone();
        otherPhone = aPhone();
        licensed = admitted(application(
                owner("Lastri Handayani", nik, phone),
                business("Keripik Tempe Bu Lastri", KEPANJEN),
                sales(86_400_000, 2025)));
        listed = admitted(record(
                SourceKind.CENSUS,
                LocalDate.of(2025, 6, 1),
                owner("Lastri Handayani", null, otherPhone),
                business("Lastri Kripik", KEPANJEN),
                sales(60_000_000, 2023)));
    }

    @Test
    void facts_of_both_are_shown_with_the_survivor_and_a_person_once() {
        merge(licensed, listed);

        assertThat(head(listed).id()).isEqualTo(licensed);
        assertThat(head(licensed).name()).isEqualTo("Keripik Tempe Bu Lastri");
        assertThat(asDinas(() -> queries.owners(licensed))).singleElement().satisfies(owner -> {
            assertThat(owner.nik()).isEqualTo(nik);
            assertThat(owner.until()).isNull();
        });
        assertThat(asDinas(() -> queries.contacts(licensed))).hasSize(2);
        assertThat(asDinas(() -> queries.places(licensed))).hasSize(1);
        assertThat(asDinas(() -> queries.observations(licensed)))
                .extracting(seen -> seen.fact().year())
                .containsExactly(2025, 2023);
        assertThat(asDinas(() -> queries.sources(licensed)))
                .extracting(EnterpriseQueries.Source::number)
                .containsExactlyInAnyOrder(number(licensed), number(listed));
        assertThat(asDinas(() -> queries.merged(licensed)))
                .extracting(EnterpriseQueries.Merged::number)
                .containsExactly(number(listed));
        assertThat(asDinas(() -> registry.partsOf(listed))).containsExactlyInAnyOrder(licensed, listed);
        assertThat(asDinas(() -> registry.sizeAt(listed, LocalDate.of(2026, 11, 28), Purpose.REGISTRATION))
                        .known())
                .isPresent();
    }

    @Test
    void the_head_follows_from_all_records_by_precedence_and_again_when_they_are_parted() {
        EnterpriseId survivor = listed;

        merge(survivor, licensed);
        assertThat(head(survivor).name()).isEqualTo("Keripik Tempe Bu Lastri");

        unmerge(licensed);
        assertThat(head(survivor).id()).isEqualTo(survivor);
        assertThat(head(survivor).name()).isEqualTo("Lastri Kripik");
        assertThat(head(licensed).name()).isEqualTo("Keripik Tempe Bu Lastri");
    }

    @Test
    void the_survivor_is_found_once_by_number_name_nik_telephone_and_family_of_names() {
        merge(licensed, listed);

        for (String typed : List.of(
                number(licensed),
                number(listed),
                nik.value(),
                phone.national(),
                otherPhone.national(),
                "Lastri Kripik",
                "Keripik Tempe Bu Lastri")) {
            assertThat(found(typed)).as("found by one of both").containsOnlyOnce(licensed);
            assertThat(found(typed)).as("the merged one by itself").doesNotContain(listed);
        }
        assertThat(CurrentActor.runAs(
                        kepanjen,
                        () -> registry.findKnown(
                                new KnownQuery(nik, "Lastri Handayani", otherPhone, "Lastri Kripik", KEPANJEN))))
                .filteredOn(match -> licensed.equals(match.enterprise()))
                .singleElement()
                .satisfies(match -> assertThat(match.reasons())
                        .extracting(KnownReason::reason)
                        .contains(Reason.SAME_NIK, Reason.SAME_PHONE, Reason.SIMILAR_BUSINESS_NAME));
        assertThat(asDinas(() -> registry.find(listed).orElseThrow().number())).isEqualTo(number(licensed));
    }

    @Test
    void it_is_counted_and_listed_once() {
        String region = "35.07.13.2005";
        EnterpriseId one = admitted(application(owner("Juwita", aNik()), business("Rujak Juwita", region)));
        EnterpriseId other = admitted(application(owner("Juwita", aNik()), business("Rujak Manis", region)));
        long before = countIn(region);

        merge(one, other);

        assertThat(countIn(region)).isEqualTo(before - 1);
        assertThat(asDinas(() -> desk.in(region, null, null, 100)))
                .extracting(EnterpriseDesk.Line::id)
                .contains(one.value())
                .doesNotContain(other.value());
        assertThat(asDinas(() -> desk.newest(null, null, 50)))
                .extracting(EnterpriseDesk.Line::id)
                .contains(one.value())
                .doesNotContain(other.value());
        assertThat(asDinas(() -> desk.get(other.value())))
                .satisfies(file -> assertThat(file.id()).isEqualTo(one.value()))
                .satisfies(file -> assertThat(file.mergedNumbers()).containsExactly(number(other)));
        unmerge(other);
        assertThat(countIn(region)).isEqualTo(before);
    }

    @Test
    void a_nib_under_both_is_told_once_and_neither_is_another_enterprise_under_it() {
        NibRecord nib = new NibRecord(new Nib("1310220202999"), null, "");
        asDinas(() -> {
            registry.recordNib(licensed, nib);
            registry.recordNib(listed, nib);
            return nib;
        });

        merge(licensed, listed);

        assertThat(asDinas(() -> queries.nibs(licensed)))
                .singleElement()
                .satisfies(line -> assertThat(line.others()).isZero());
    }

    @Test
    void a_new_record_of_the_merged_one_goes_to_the_survivor() {
        merge(licensed, listed);

        EnterpriseId answered = CurrentActor.runAs(
                kepanjen,
                () -> registry.admit(
                        record(
                                SourceKind.FIELD_VISIT,
                                RECEIVED,
                                owner("Lastri Handayani", nik),
                                business("Keripik Lastri Jaya", KEPANJEN)),
                        listed));

        assertThat(answered).isEqualTo(licensed);
        unmerge(listed);
        assertThat(asDinas(() -> queries.sources(licensed))).hasSize(2);
        assertThat(asDinas(() -> queries.sources(listed))).hasSize(1);
    }

    @Test
    void a_case_handed_in_again_stays_where_its_earlier_handing_in_lies() {
        String of = UUID.randomUUID() + "/";
        EnterpriseId handedIn = admitted(handingIn(of + 1, "Sambal Pecel Yu Tum"));
        merge(licensed, handedIn);

        EnterpriseId again = CurrentActor.runAs(
                kepanjen, () -> registry.admit(handingIn(of + 2, "Sambal Pecel Yu Tumini"), handedIn));

        assertThat(again).isEqualTo(handedIn);
        assertThat(asDinas(() -> queries.records(licensed))).hasSize(2);
        unmerge(handedIn);
        assertThat(head(handedIn).name()).isEqualTo("Sambal Pecel Yu Tumini");
        assertThat(head(licensed).name()).isEqualTo("Keripik Tempe Bu Lastri");
    }

    @Test
    void merging_what_is_one_already_changes_nothing_and_what_is_part_of_a_third_is_refused() {
        EnterpriseId third = admitted(application(owner("Sumi", aNik()), business("Warung Sumi", KEPANJEN)));
        merge(licensed, listed);
        int version = head(licensed).version();

        assertThat(merge(licensed, listed)).isEqualTo(licensed);
        assertThat(merge(listed, licensed)).isEqualTo(licensed);
        assertThat(head(licensed).version()).isEqualTo(version);
        assertThat(journal(listed)).isEqualTo(1);
        assertRefused(RegistryProblem.MERGED_ALREADY, () -> merge(third, listed));
        assertRefused(RegistryProblem.MERGED_ALREADY, () -> merge(listed, third));
        assertRefused(RegistryProblem.MERGE_WITH_ITSELF, () -> merge(third, third));
        assertRefused(RegistryProblem.ENTERPRISE_UNKNOWN, () -> merge(third, EnterpriseId.next()));
        assertRefused(RegistryProblem.MERGE_REASON_MISSING, () -> asDinas(() -> registry.merge(licensed, third, " ")));
        assertRefused(
                RegistryProblem.MERGE_REASON_MISSING,
                () -> asDinas(() -> {
                    registry.unmerge(listed, "salah");
                    return listed;
                }));
    }

    @Test
    void one_that_stands_alone_stays_so() {
        int version = head(listed).version();

        unmerge(listed);

        assertThat(head(listed).version()).isEqualTo(version);
        assertThat(journal(listed)).isZero();
    }

    @Test
    void who_judged_an_older_version_is_told_so() {
        int version = head(listed).version();
        asDinas(() -> {
            registry.merge(licensed, listed, WHY);
            registry.unmerge(listed, WHY);
            return version;
        });

        assertThatThrownBy(() -> asDinas(() ->
                        registry.merge(new SeenEnterprise(licensed, null), new SeenEnterprise(listed, version), WHY)))
                .isInstanceOf(Stale.class);
        asDinas(() -> registry.merge(registry.seen(licensed), registry.seen(listed), WHY));
        assertThat(head(listed).id()).isEqualTo(licensed);
    }

    @Test
    void both_regions_are_needed_and_the_permission_too() {
        EnterpriseId there = admitted(record(
                SourceKind.CENSUS, RECEIVED, owner("Lastri Handayani", nik), business("Lastri Pasar", PAKISAJI)));
        Actor halfDinas = officer(accounts, Role.DINAS_OFFICER, "35.07.13");

        assertThatThrownBy(() -> CurrentActor.runAs(kepanjen, () -> registry.merge(licensed, listed, WHY)))
                .isInstanceOf(AccessDeniedException.class);
        assertRefused(
                RegistryProblem.ENTERPRISE_UNKNOWN,
                () -> CurrentActor.runAs(halfDinas, () -> registry.merge(licensed, there, WHY)));
        merge(licensed, there);
        assertRefused(
                RegistryProblem.ENTERPRISE_UNKNOWN,
                () -> CurrentActor.runAs(halfDinas, () -> {
                    registry.unmerge(there, WHY);
                    return there;
                }));
        assertThat(visibleMerges(dinas, there)).isEqualTo(1);
        assertThat(visibleMerges(halfDinas, there)).isZero();
        assertThat(visibleMerges(pakisaji, there)).isZero();
    }

    @Test
    void who_sees_only_one_region_sees_the_facts_of_that_region_and_where_the_rest_is() {
        EnterpriseId there = admitted(record(
                SourceKind.CENSUS,
                RECEIVED,
                owner("Lastri Handayani", null, aPhone()),
                business("Lastri Pasar", PAKISAJI)));
        merge(licensed, there);

        CurrentActor.runAs(pakisaji, () -> {
            assertThat(queries.head(there).orElseThrow().id()).isEqualTo(there);
            assertThat(queries.head(licensed)).isEmpty();
            assertThat(queries.sources(there)).hasSize(1);
            assertThat(queries.beyond(there)).hasValue(new EnterpriseQueries.Beyond(number(licensed), "35.07.13"));
            return there;
        });
        CurrentActor.runAs(kepanjen, () -> {
            assertThat(queries.sources(licensed)).hasSize(1);
            assertThat(queries.merged(licensed)).isEmpty();
            assertThat(queries.head(there)).isEmpty();
            return there;
        });
        EnterpriseId answered = CurrentActor.runAs(
                pakisaji,
                () -> registry.admit(
                        record(
                                SourceKind.APPLICATION,
                                RECEIVED.plusDays(1),
                                owner("Lastri Handayani", nik),
                                business("Lastri Pasar Baru", PAKISAJI)),
                        there));
        assertThat(answered).isEqualTo(there);
        assertThat(head(licensed).name()).isEqualTo("Lastri Pasar Baru");
        assertThat(head(licensed).regionCode()).isEqualTo(PAKISAJI);
        unmerge(there);
        assertThat(head(licensed).regionCode()).isEqualTo(KEPANJEN);
        assertThat(head(there).name()).isEqualTo("Lastri Pasar Baru");
    }

    @Test
    void the_journal_only_grows() {
        merge(licensed, listed);

        for (String statement : List.of(
                "update registry.merge set why = 'lain' where merged = :id",
                "delete from registry.merge where merged = :id")) {
            assertThatThrownBy(() -> asDinas(() -> transaction.execute(status ->
                            database.sql(statement).param("id", listed.value()).update())))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void an_enterprise_known_longer_should_survive_when_neither_has_a_licence() {
        assertThat(asDinas(() -> registry.shouldSurvive(licensed, listed))).isEqualTo(licensed);
        assertThat(asDinas(() -> registry.shouldSurvive(listed, licensed))).isEqualTo(licensed);
    }

    @Test
    void two_who_merge_the_same_and_one_who_enters_a_record_come_through() throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 12; round++) {
                List<Callable<EnterpriseId>> work = List.of(
                        () -> merge(licensed, listed),
                        () -> merge(listed, licensed),
                        () -> CurrentActor.runAs(
                                kepanjen,
                                () -> registry.admit(
                                        record(
                                                SourceKind.FIELD_VISIT,
                                                RECEIVED,
                                                owner("Lastri Handayani", nik),
                                                business("Keripik Lastri", KEPANJEN)),
                                        listed)));
                List<EnterpriseId> answers = new ArrayList<>();
                for (Future<EnterpriseId> one : workers.invokeAll(work)) {
                    answers.add(one.get());
                }
                EnterpriseId survivor = asDinas(() -> registry.survivorOf(listed));
                assertThat(answers.get(0)).isEqualTo(answers.get(1)).isEqualTo(survivor);
                assertThat(asDinas(() -> registry.survivorOf(licensed))).isEqualTo(survivor);
                unmerge(survivor.equals(licensed) ? listed : licensed);
            }
        }
        assertThat(asDinas(() -> queries.sources(licensed)).size()
                        + asDinas(() -> queries.sources(listed)).size())
                .isEqualTo(14);
    }

    private static IncomingRecord handingIn(String origin, String name) {
        return new IncomingRecord(
                SourceKind.APPLICATION,
                origin,
                KEPANJEN,
                RECEIVED,
                owner("Tumini", null),
                business(name, KEPANJEN),
                List.of());
    }

    private EnterpriseId admitted(IncomingRecord record) {
        return Sight.system("a test", () -> registry.admit(record, null));
    }

    private EnterpriseId merge(EnterpriseId survivor, EnterpriseId merged) {
        return asDinas(() -> registry.merge(survivor, merged, WHY));
    }

    private void unmerge(EnterpriseId parted) {
        asDinas(() -> {
            registry.unmerge(parted, "ternyata dua usaha yang lain");
            return parted;
        });
    }

    private <T> T asDinas(java.util.function.Supplier<T> work) {
        return CurrentActor.runAs(dinas, work);
    }

    private EnterpriseQueries.Head head(EnterpriseId id) {
        return asDinas(() -> queries.head(id).orElseThrow());
    }

    private String number(EnterpriseId id) {
        return asDinas(() -> queries.numberOf(id))
                .orElseGet(
                        () -> Sight.system("a test", () -> queries.numberOf(id)).orElseThrow());
    }

    private List<EnterpriseId> found(String typed) {
        return asDinas(() -> search.search(typed)).found().stream()
                .map(found -> found.line().id())
                .toList();
    }

    private long countIn(String region) {
        return asDinas(() ->
                transaction.execute(status -> database.sql("select registry.enterprises_in(cast(:codes as text[]))")
                        .param("codes", new String[] {region})
                        .query(Long.class)
                        .single()));
    }

    private long journal(EnterpriseId merged) {
        return visibleMerges(dinas, merged);
    }

    private long visibleMerges(Actor actor, EnterpriseId merged) {
        return CurrentActor.<Long>runAs(
                actor,
                () -> transaction.execute(
                        status -> database.sql("select count(*) from registry.merge where merged = :id")
                                .param("id", merged.value())
                                .query(Long.class)
                                .single()));
    }

    private static void assertRefused(RegistryProblem problem, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(problem));
    }
}
