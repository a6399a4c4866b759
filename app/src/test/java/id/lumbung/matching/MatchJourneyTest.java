package id.lumbung.matching;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.matching.index.LearningRun;
import id.lumbung.matching.pair.MatchRoom;
import id.lumbung.platform.Sight;
import id.lumbung.registry.ActivityFact;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.EnterpriseId;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.KnownMatch;
import id.lumbung.registry.KnownQuery;
import id.lumbung.registry.KnownReason;
import id.lumbung.registry.Nik;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Phone;
import id.lumbung.registry.Reason;
import id.lumbung.registry.Registry;
import id.lumbung.registry.Sex;
import id.lumbung.registry.SourceKind;
import id.lumbung.registry.known.ListedAt;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A list comes in beside the register: what is the same is linked, what is doubtful is judged, and all of it can be taken back. */
@LumbungTest
class MatchJourneyTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger DOUBTS = new AtomicInteger();
    /** Names of which no two are alike, so that one test does not make those of another common. */
    private static final List<String> RARE = List.of(
            "Suhartatik Wignyosoebroto",
            "Mudjilestari Prawirohardjo",
            "Kadarsihati Notonegoro",
            "Endrowulan Tjokrosuwarno",
            "Purbowati Dirdjosanjoto",
            "Ngatirahaju Sosrodiningrat");

    private static final String HEAD = "Nama Pemilik;Nama Usaha;Kegiatan;NIK;No HP;Kecamatan;Desa;Alamat\n";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Registry registry;

    @Autowired
    private MatchRoom room;

    @Autowired
    private LearningRun learning;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor officer;

    @BeforeEach
    void an_officer_of_the_office() {
        officer = actors.dinasOfficer();
    }

    @Test
    void the_same_business_in_a_list_is_known_as_the_enterprise_at_once() throws Exception {
        Person sulastri = new Person("Sulastri Wahyuningsih");
        EnterpriseId enterprise = licensed(sulastri, "Keripik Tempe Lastri");

        String list = brought(sulastri.row("Ny. SULASTRI WAHYUNINGSIH", "KRIPIK TEMPE LASTRI"));

        assertThat(businessesOf(list)).containsExactly(enterprise.value());
    }

    @Test
    void a_stranger_of_the_same_name_in_the_same_village_is_another_business() throws Exception {
        licensed(new Person("Sri Rahayu"), "Warung Bu Sri");
        Person other = new Person("Sri Rahayu");

        String list = brought(other.row("Sri Rahayu", "Toko Pakaian Rahayu"));

        assertThat(businessesOf(list)).containsExactlyElementsOf(recordsOf(list));
    }

    @Test
    void what_came_in_twice_in_one_list_is_one_business_until_the_list_is_taken_out() throws Exception {
        Person joko = new Person("Jatmiko Prawirodirdjo");

        String list = brought(joko.row("Jatmiko Prawirodirdjo", "Bengkel Las Jatmiko")
                + joko.row("JATMIKO PRAWIRODIRJO", "Bengkel las Jatmiko"));

        assertThat(Set.copyOf(businessesOf(list))).hasSize(1);
        after(post("/impor/" + list + "/batalkan").param("alasan", "Daftar tahun lalu terkirim keliru"));
        room.round();
        assertThat(businessesOf(list)).isEmpty();
    }

    @Test
    void a_doubtful_pair_is_judged_and_the_judgement_taken_back() throws Exception {
        UUID pair = aDoubtfulPair();

        Document shown = shown("/pencocokan/pasangan/" + pair);
        assertThat(shown.text()).contains("Apakah ini usaha yang sama?", "Menunggu putusan", "Peluang usaha yang sama");
        assertThat(shown.select("mark")).as("what differs is marked").isNotEmpty();

        Document same = after(post("/pencocokan/pasangan/" + pair).param("putusan", "SAME"));
        assertThat(same.text()).contains("Diputuskan satu usaha");
        assertThat(businessesOfPair(pair)).as("both are one business now").hasSize(1);

        Document back = after(post(same.select("form[action$=/batalkan]").attr("action")));
        assertThat(back.text()).contains("Menunggu putusan", "Dibatalkan");
        assertThat(businessesOfPair(pair)).hasSize(2);
    }

    @Test
    void the_counter_is_told_of_a_row_of_a_list_before_anything_is_handed_in() throws Exception {
        Person person = new Person("Poniyem Hastutiningrum");
        brought(person.row("Poniyem Hastutiningrum", "Jamu Gendong Poniyem"));

        List<KnownMatch> known = CurrentActor.runAs(
                officer,
                () -> registry.findKnown(new KnownQuery(
                        null, "PONIJEM HASTUTININGRUM", Phone.parse(person.phone), "Jamu Ponijem", "35.07.13.2017")));

        assertThat(known).anySatisfy(match -> {
            assertThat(match.listed()).isEqualTo(new ListedAt("daftar.csv", 2));
            assertThat(match.ownerName()).isEqualTo("Poniyem Hastutiningrum");
            assertThat(match.reasons()).extracting(KnownReason::reason).containsExactly(Reason.LIKELY_SAME);
        });
        officer = actors.kecamatanOfficer("35.07.14");
        assertThat(CurrentActor.runAs(
                        officer,
                        () -> registry.findKnown(
                                new KnownQuery(null, "PONIJEM HASTUTININGRUM", null, "Jamu Ponijem", "35.07.13.2017"))))
                .as("out of sight")
                .isEmpty();
    }

    @Test
    void two_numbers_judged_the_same_lead_to_one_enterprise_until_that_is_taken_back() throws Exception {
        Person person = new Person("Wagiyanto Kertonegoro");
        EnterpriseId elder = licensed(person, "Anyaman Bambu Wagiyanto");
        EnterpriseId younger = licensed(new Person(person, "Wagianto Kertonegoro"), "Anyaman bambu Wagianto");
        room.round();
        UUID pair = pairOf(elder.value(), younger.value());
        assertThat(shown("/pencocokan/pasangan/" + pair).text())
                .as("never joined by a probability")
                .contains("Menunggu putusan", "Keduanya sudah bernomor");

        after(post("/pencocokan/pasangan/" + pair).param("putusan", "SAME"));
        assertThat(survivorOf(younger)).isEqualTo(survivorOf(elder)).isEqualTo(elder);
        String list = brought(new Person(person, "Wagianto").row("Wagianto Kertonegoro", "Anyaman bambu Wagianto"));
        assertThat(businessesOf(list)).containsExactly(elder.value());

        Document shown = shown("/pencocokan/pasangan/" + pair);
        asked(post(shown.select("form[action$=/batalkan]").attr("action")));
        assertThat(survivorOf(younger)).isEqualTo(younger);
        assertThat(businessesOf(list))
                .as("goes with the number it resembles more")
                .hasSize(1);
        assertThat(shown("/pencocokan/pasangan/" + pair).text()).contains("Menunggu putusan");
    }

    @Test
    void enterprises_parted_on_their_own_page_are_no_longer_judged_the_same() throws Exception {
        Person person = new Person("Tukirin Sastrowardoyo");
        EnterpriseId one = licensed(person, "Gerabah Tukirin");
        EnterpriseId other = licensed(new Person(person, "Toekirin Sastrowardojo"), "Gerabah pak Tukirin");
        room.round();
        UUID pair = pairOf(one.value(), other.value());
        after(post("/pencocokan/pasangan/" + pair).param("putusan", "SAME"));
        EnterpriseId merged = survivorOf(one).equals(one) ? other : one;

        CurrentActor.runAs(officer, () -> registry.unmerge(merged, "Ternyata dua bengkel gerabah"));

        assertThat(shown("/pencocokan/pasangan/" + pair).text()).contains("Menunggu putusan", "Dibatalkan");
    }

    @Test
    void a_record_is_taken_out_of_a_business_with_a_reason_and_put_back() throws Exception {
        Person person = new Person("Sukemi Martodiharjo");
        EnterpriseId enterprise = licensed(person, "Tahu Sukemi");
        String list = brought(person.row("Sukemi Martodiharjo", "Tahu Sukemi"));
        UUID record = recordsOf(list).getFirst();
        assertThat(shown("/usaha/" + enterprise).text()).contains("daftar.csv");
        String page = "/pencocokan/usaha/" + enterprise;
        assertThat(shown(page).text()).contains("2 catatan yang dianggap satu usaha", "Kata sumber lain");

        MockHttpServletResponse refused = asked(
                post(page + "/lepaskan").param("anggota", record.toString()).param("alasan", "salah"));
        assertThat(refused.getStatus()).isEqualTo(422);
        after(post(page + "/lepaskan").param("anggota", record.toString()).param("alasan", "Itu usaha anaknya"));
        assertThat(businessesOf(list)).containsExactly(record);

        Document journal = shown("/pencocokan");
        assertThat(journal.text()).contains("Catatan dilepaskan dari 1 catatan lain", "Itu usaha anaknya");
        asked(post(journal.select("tr:contains(Itu usaha anaknya) form").attr("action")));
        assertThat(businessesOf(list)).containsExactly(enterprise.value());
    }

    @Test
    void a_second_person_judges_without_knowing_and_one_who_differs_calls_for_a_third() throws Exception {
        UUID pair = aDoubtfulPair();
        String path = "/pencocokan/pasangan/" + pair;
        after(post(path).param("putusan", "SAME"));
        inSight(() -> database.sql("update matching.pair set second = 'WANTED' where id = :pair")
                .param("pair", pair)
                .update());
        assertThat(asked(post(path).param("putusan", "DIFFERENT")).getStatus())
                .as("whoever judged first is not the second")
                .isEqualTo(422);

        officer = actors.dinasOfficer();
        inSight(() -> database.sql(
                        "update matching.pair set held_by = :me, held_until = now() + interval '10 years' where id = :pair")
                .param("me", officer.account())
                .param("pair", pair)
                .update());
        Document desk = shown("/pencocokan/tinjau");
        assertThat(desk.select("#putusan").attr("action")).isEqualTo(path);
        assertThat(desk.text()).doesNotContain("Putusan pertama", "Diputuskan");
        after(post(path).param("putusan", "DIFFERENT"));
        assertThat(shown(path).text()).contains("Dua peninjau berbeda pendapat", "Peninjauan kedua");
        assertThat(businessesOfPair(pair))
                .as("nothing is joined while two differ")
                .hasSize(2);
        assertThat(shown("/pencocokan").text()).contains("ditinjau dua orang secara terpisah");

        officer = actors.dinasOfficer();
        after(post(path).param("putusan", "SAME"));
        assertThat(shown(path).text()).contains("Diputuskan satu usaha", "Putusan penengah");
        assertThat(businessesOfPair(pair)).hasSize(1);
    }

    @Test
    void what_is_learned_here_counts_from_then_on_and_judgements_stay() throws Exception {
        Person rusmiyati = new Person("Rusmiyati Hadisumarto");
        EnterpriseId enterprise = licensed(rusmiyati, "Emping Melinjo Rusmiyati");
        String list = brought(rusmiyati.row("Ny. RUSMIYATI HADISUMARTO", "EMPING MLINJO RUSMIYATI"));
        UUID pair = aDoubtfulPair();
        after(post("/pencocokan/pasangan/" + pair).param("putusan", "DIFFERENT"));
        brought(strangers(LearningRun.LEAST));

        LearningRun.Learned learned = learning.learn();
        room.round();

        try {
            assertThat(learned.records()).isGreaterThanOrEqualTo(LearningRun.LEAST);
            assertThat(learned.judged()).isPositive();
            assertThat(inSight(() -> database.sql(
                                    "select count(*) from matching.record where seq is null and gone_at is null")
                            .query(Integer.class)
                            .single()))
                    .as("every record was compared anew")
                    .isZero();
            assertThat(businessesOf(list)).containsExactly(enterprise.value());
            assertThat(shown("/pencocokan/pasangan/" + pair).text()).contains("Diputuskan usaha yang berbeda");
        } finally {
            // other tests go on with the weights that come with the engine
            asOwner("delete from matching.weights");
            room.round();
        }
    }

    /** So many people with businesses of their own. */
    private static String strangers(int count) {
        String[] first = {"Siti", "Ahmad", "Dewi", "Joko", "Rina", "Agus", "Wati", "Budi", "Yuni", "Hadi"};
        String[] second = {"Lestari", "Santoso", "Handayani", "Wibowo", "Utami", "Setiawan", "Rahmawati", "Nugroho"};
        String[] trade = {"Warung", "Toko", "Bengkel", "Jahit", "Kerupuk", "Tahu", "Mebel"};
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("%s %s %s;%s %s;Perdagangan eceran;3507130101%02d%04d;0857%08d;Kepanjen;Kepanjen;Jl. Sawo %d\n"
                    .formatted(
                            first[i % first.length],
                            second[i / first.length % second.length],
                            (char) ('A' + i % 26),
                            trade[i % trade.length],
                            second[i * 7 % second.length],
                            50 + i % 40,
                            i,
                            i * 7919,
                            i));
        }
        return rows.toString();
    }

    @Test
    void a_list_that_a_command_brought_in_beside_the_office_is_taken_up_too() throws Exception {
        Person person = new Person("Ngadimin Surodipuro");
        String list = brought(person.row(person.name, "Batik Ngadimin"));
        // as if nobody had heard of it: no record, nothing waiting
        asOwner("delete from matching.record where list = '" + list + "'");

        room.round();

        assertThat(businessesOf(list)).hasSize(1);
    }

    @Test
    void a_number_that_was_spoilt_keeps_no_other_record_from_being_compared() throws Exception {
        Person person = new Person("Kasiyatun Brotosudarmo");
        EnterpriseId enterprise = licensed(person, "Gethuk Kasiyatun");
        String contact = " where enterprise = '" + enterprise + "'";
        asOwner("update registry.contact set sealed = sealed || '\\x00'::bytea" + contact);

        try {
            String list = brought(person.row("Kasiyatun Brotosudarmo", "Gethuk Kasiyatun"));

            assertThat(businessesOf(list)).containsExactly(enterprise.value());
        } finally {
            // whoever changes keys after this opens every row
            asOwner("update registry.contact set sealed = substring(sealed from 1 for length(sealed) - 1)" + contact);
        }
    }

    @Test
    void the_journal_only_grows() throws Exception {
        UUID pair = aDoubtfulPair();
        after(post("/pencocokan/pasangan/" + pair).param("putusan", "DIFFERENT"));

        assertThat(inSight(() -> database.sql("select count(*) from matching.judgement where pair = :pair")
                        .param("pair", pair)
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
        assertThatThrownBy(() -> inSight(() -> database.sql("delete from matching.judgement where pair = :pair")
                        .param("pair", pair)
                        .update()))
                .hasRootCauseMessage("ERROR: permission denied for table judgement");
    }

    @Test
    void the_desk_puts_one_pair_after_the_other_and_counts_them() throws Exception {
        aDoubtfulPair();

        Document first = shown("/pencocokan/tinjau");
        String path = first.select("form:has(button[value=SAME])").attr("action");
        assertThat(first.select("button[data-key]").eachAttr("data-key")).contains("s", "b", "r");
        assertThat(shown("/pencocokan/tinjau")
                        .select("form:has(button[value=SAME])")
                        .attr("action"))
                .as("looked at again, it is the same pair")
                .isEqualTo(path);

        MockHttpServletResponse next = asked(post(path)
                .param("putusan", "DIFFERENT")
                .param("meja", "true")
                .param("dilihat", first.select("input[name=dilihat]").val()));
        assertThat(next.getRedirectedUrl()).startsWith("/pencocokan/tinjau?putusan=");
        assertThat(shown("/pencocokan").text()).contains("Putusan pertama: Usaha yang berbeda");
    }

    @Test
    void an_officer_of_another_kecamatan_sees_no_pair_from_here() throws Exception {
        UUID pair = aDoubtfulPair();
        officer = actors.kecamatanOfficer("35.07.14");

        MockHttpServletResponse answer = asked(get("/pencocokan/pasangan/" + pair));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("Wignyosoebroto");
    }

    /** Of one owner and at one address, but of other names: neither sure enough to be linked nor unlikely enough to be left. */
    private UUID aDoubtfulPair() throws Exception {
        Person one = new Person(RARE.get(DOUBTS.getAndIncrement()));
        String list = brought(one.row(one.name, "Jahit Kebaya") + one.row(one.name, "Toko Baju"));
        return inSight(
                () -> database.sql("""
                        select p.id from matching.pair p
                          join matching.record r on r.id = p.a
                          join matching.record o on o.id = p.b
                         where r.list = cast(:list as uuid) and o.list = r.list
                        """).param("list", list).query(UUID.class).single());
    }

    private static final class Person {
        private final int number;
        private final String name;
        private final String nik;
        private final String phone;

        Person(String name) {
            number = COUNT.incrementAndGet();
            this.name = name;
            nik = "3507134101%02d%04d".formatted(70 + number % 20, number);
            phone = "08133%07d".formatted(4_000_000 + number);
        }

        /** The same person under another spelling. */
        Person(Person other, String name) {
            this.number = other.number;
            this.name = name;
            nik = other.nik;
            phone = other.phone;
        }

        String row(String owner, String business) {
            return "%s;%s;Industri keripik;%s;%s;Kepanjen;Ngadilangkung;Jl. Kawi %d\n"
                    .formatted(owner, business, nik, phone, number);
        }
    }

    private EnterpriseId licensed(Person person, String business) {
        OwnerFacts owner = new OwnerFacts(
                person.name,
                new Nik(person.nik),
                null,
                null,
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                Phone.parse(person.phone),
                null,
                null,
                false);
        BusinessFacts facts = new BusinessFacts(
                business,
                false,
                "35.07.13.2017",
                "35.07.13",
                "Jalan Kawi " + person.number,
                null,
                null,
                null,
                null,
                "INDIVIDUAL",
                "OWN",
                "industri keripik",
                List.of(new ActivityFact("2020", "10794")),
                Set.of("kuliner-olahan"),
                null);
        IncomingRecord record = new IncomingRecord(
                SourceKind.APPLICATION,
                UUID.randomUUID().toString(),
                "35.07.13.2017",
                LocalDate.of(2026, 11, 20),
                owner,
                facts,
                List.of());
        return CurrentActor.runAs(officer, () -> registry.admit(record, null));
    }

    private UUID pairOf(UUID one, UUID other) {
        return inSight(() -> database.sql("""
                        select id from matching.pair
                         where (a = :one and b = :other) or (a = :other and b = :one)
                        """)
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .single());
    }

    private EnterpriseId survivorOf(EnterpriseId enterprise) {
        return CurrentActor.runAs(officer, () -> transaction.execute(status -> registry.survivorOf(enterprise)));
    }

    private List<UUID> businessesOf(String list) {
        return inSight(() -> database.sql(
                        "select business from matching.record where list = cast(:list as uuid) and gone_at is null order by id")
                .param("list", list)
                .query(UUID.class)
                .list());
    }

    private List<UUID> recordsOf(String list) {
        return inSight(() -> database.sql("select id from matching.record where list = cast(:list as uuid) order by id")
                .param("list", list)
                .query(UUID.class)
                .list());
    }

    private Set<UUID> businessesOfPair(UUID pair) {
        return Set.copyOf(inSight(
                () -> database.sql("""
                        select r.business from matching.pair p join matching.record r on r.id in (p.a, p.b) where p.id = :pair
                        """).param("pair", pair).query(UUID.class).list()));
    }

    /** A list of these rows, brought in and compared; answers with its identifier. */
    private String brought(String rows) throws Exception {
        MockHttpServletResponse sent = browser.perform(multipart("/impor")
                        .file(new MockMultipartFile(
                                "berkas", "daftar.csv", "text/csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8)))
                        .param("wilayah", "35.07")
                        .with(signedIn(officer)))
                .andReturn()
                .getResponse();
        String page = Objects.requireNonNull(sent.getRedirectedUrl());
        Document shaped = shown(page);
        MockHttpServletRequestBuilder form = post(page + "/kolom")
                .param("versi", shaped.select("input[name=versi]").val());
        shaped.select("select[name^=arti]")
                .forEach(select -> form.param(
                        select.attr("name"), select.select("option[selected]").val()));
        after(form);
        Document entered = after(post(page + "/masukkan").param("cara", "ALL_OR_NOTHING"));
        assertThat(entered.text()).contains("Daftar ini sudah masuk");
        room.round();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private Document shown(String page) throws Exception {
        MockHttpServletResponse answer = asked(get(page));
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    /** The page to which a step leads. */
    private Document after(MockHttpServletRequestBuilder step) throws Exception {
        MockHttpServletResponse answer = asked(step);
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        return browserFollows(answer);
    }

    private Document browserFollows(MockHttpServletResponse answer) throws Exception {
        return shown(Objects.requireNonNull(answer.getRedirectedUrl()));
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(signedIn(officer))).andReturn().getResponse();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T inSight(Supplier<T> question) {
        return Sight.system("test", () -> transaction.execute(status -> question.get()));
    }
}
