package id.lumbung.matching.coverage;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.browser.Office;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.intake.desk.ImportDesk;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.matching.pair.MatchRoom;
import id.lumbung.platform.Sight;
import id.lumbung.registry.ActivityFact;
import id.lumbung.registry.BusinessFacts;
import id.lumbung.registry.IncomingRecord;
import id.lumbung.registry.Nik;
import id.lumbung.registry.OwnerFacts;
import id.lumbung.registry.Phone;
import id.lumbung.registry.Registry;
import id.lumbung.registry.Sex;
import id.lumbung.registry.SourceKind;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Two lists that overlap come in beside licensed and registered enterprises, and everybody sees what of them is known. */
@LumbungTest
class CoverageJourneyTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEAD = "Nama Pemilik;Nama Usaha;Kegiatan;NIK;No HP;Kecamatan;Desa;Alamat\n";
    private static final String VILLAGE = "35.07.13.2017";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Office office;

    @Autowired
    private Registry registry;

    @Autowired
    private ImportDesk imports;

    @Autowired
    private MatchRoom room;

    @Autowired
    private CoverageCounting counting;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    /** A person who is unlike all others, and how a list writes her. */
    private static final class Person {
        private static final String[] SYLLABLES = {
            "kar", "min", "wig", "nyo", "pra", "sas", "tri", "tjon", "lu", "kit", "man", "nge", "djo", "su", "harg",
            "pun", "ti"
        };
        private final int number = COUNT.incrementAndGet();
        private final String name = word(number * 271) + " " + word(number * 613 + 5);
        private final String nik = "3507135506%02d%04d".formatted(60 + number % 30, number);
        private final String phone = "08572%07d".formatted(6_100_000 + number * 37);
        private final String address = "Jl. Welirang " + (number * 7);
        private final String business;

        Person(String kind) {
            business = kind + " " + word(number * 389 + 11);
        }

        private static String word(int from) {
            StringBuilder word = new StringBuilder();
            for (int rest = from + 5_000, i = 0; i < 4; i++, rest /= SYLLABLES.length) {
                word.append(SYLLABLES[rest % SYLLABLES.length]);
            }
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }

        String in(String kecamatan, String village) {
            return "%s;%s;Membuat keripik tempe;%s;%s;%s;%s;%s\n"
                    .formatted(name, business, nik, phone, kecamatan, village, address);
        }

        String here() {
            return in("Kepanjen", "Ngadilangkung");
        }

        /** The same, written otherwise: rows that are the same to the letter come in once. */
        String again() {
            return here().toUpperCase(Locale.ROOT);
        }
    }

    private record Ground(
            UUID first, UUID second, Person licensed, Person registered, Person both, Person fresh, Person unplaced) {}

    private Ground ground() {
        Person licensed = new Person("Keripik Tempe Sanan");
        Person registered = new Person("Anyaman Mendong");
        Person both = new Person("Bengkel Las Karya");
        Person fresh = new Person("Salon Kecantikan");
        Person twice = new Person("Toko Pakan Ternak");
        Person unplaced = new Person("Batik Tulis");
        license(licensed);
        register(registered);
        UUID first = brought(licensed.here()
                + registered.here()
                + both.here()
                + fresh.here()
                + twice.here()
                + twice.again()
                + unplaced.in("Kepanjen", ""));
        UUID second =
                brought(both.again() + licensed.again() + new Person("Depot Rawon").in("Bululawang", "Bululawang"));
        room.round();
        counting.count();
        return new Ground(first, second, licensed, registered, both, fresh, unplaced);
    }

    @Test
    void each_business_counts_once_as_licensed_registered_elsewhere_or_new() throws Exception {
        Ground ground = ground();
        Actor dinas = actors.dinasOfficer();

        Document page = shown(get("/pencocokan/cakupan"), dinas);

        assertThat(numbers(line(page, ground.first()))).containsExactly("7", "6", "1", "1", "1", "3", "0");
        assertThat(numbers(line(page, ground.second()))).containsExactly("3", "3", "1", "0", "1", "1", "0");
        assertThat(line(page, ground.first()).text()).contains("16,7%", "50%");
        assertThat(page.select("#irisan")).isNotEmpty();
        assertThat(page.select("svg[role=img] rect")).hasSameSizeAs(page.select("svg[role=img] path"));
    }

    @Test
    void a_licence_that_was_revoked_no_longer_counts() throws Exception {
        Person person = new Person("Tahu Petis");
        Office.Person camat = office.camat();
        LicenceId licence = license(person, camat);
        UUID list = brought(person.here());
        room.round();
        counting.count();
        Actor dinas = actors.dinasOfficer();
        assertThat(numbers(line(shown(get("/pencocokan/cakupan"), dinas), list)))
                .containsExactly("1", "1", "1", "0", "0", "0", "0");

        office.revoke(camat, licence);
        counting.count();

        assertThat(numbers(line(shown(get("/pencocokan/cakupan"), dinas), list)))
                .containsExactly("1", "1", "0", "1", "0", "0", "0");
    }

    @Test
    void by_kecamatan_and_village_with_rows_that_lie_in_none() throws Exception {
        Ground ground = ground();
        Actor dinas = actors.dinasOfficer();
        String path = "/pencocokan/cakupan/" + ground.first();

        Document whole = shown(get(path), dinas);
        Document kepanjen = shown(get(path).param("kecamatan", "35.07.13"), dinas);

        assertThat(whole.select("tbody tr th").eachText()).containsExactly("Kecamatan Kepanjen");
        assertThat(whole.text()).contains("1 baris tidak menyebut desa atau kelurahan yang dikenal");
        assertThat(kepanjen.select("tbody tr th").eachText())
                .containsExactly("Desa Ngadilangkung", "Desa/kelurahan tidak diketahui");
        assertThat(numbers(kepanjen.select("tbody tr").get(0))).containsExactly("6", "5", "1", "1", "1", "2", "0");
        assertThat(numbers(kepanjen.select("tbody tr").get(1))).containsExactly("1", "1", "0", "0", "0", "1", "0");
        assertThat(numbers(kepanjen.select("tfoot tr").first())).containsExactly("7", "6", "1", "1", "1", "3", "0");
    }

    @Test
    void what_is_new_in_a_village_is_shown_one_by_one_and_the_look_recorded() throws Exception {
        Ground ground = ground();
        Actor officer = actors.kecamatanOfficer("35.07.13");
        String path = "/pencocokan/cakupan/" + ground.first() + "/baru";

        Document page = shown(get(path).param("tempat", VILLAGE), officer);

        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.text())
                .contains(ground.fresh().name, ground.fresh().business)
                .doesNotContain(ground.licensed().name, ground.both().name, ground.unplaced().name)
                .doesNotContain(ground.fresh().phone.substring(1, 9), ground.fresh().nik);
        assertThat(looks(officer, "page")).isEqualTo(2);
    }

    @Test
    void an_officer_of_a_kecamatan_sees_only_his() throws Exception {
        Ground ground = ground();
        Actor here = actors.kecamatanOfficer("35.07.13");
        Actor elsewhere = actors.kecamatanOfficer("35.07.33");

        assertThat(numbers(line(shown(get("/pencocokan/cakupan"), here), ground.second())))
                .as("of the list of the whole regency only the rows here, but known as the office knows them")
                .containsExactly("2", "2", "1", "0", "1", "0", "0");
        assertThat(shown(get("/pencocokan/cakupan"), elsewhere).select("a[href$=" + ground.first() + "]"))
                .isEmpty();
        assertThat(asked(get("/pencocokan/cakupan/" + ground.first()), elsewhere)
                        .getStatus())
                .isEqualTo(422);
        assertThat(asked(get("/pencocokan/cakupan/" + ground.first() + "/baru").param("tempat", VILLAGE), elsewhere)
                        .getStatus())
                .isEqualTo(403);
        assertThat(asked(post("/pencocokan/cakupan/" + ground.first() + "/unduh"), elsewhere)
                        .getStatus())
                .isEqualTo(422);
        assertThat(asked(get("/pencocokan/cakupan"), actors.camat("35.07.13")).getStatus())
                .as("who may not see matches")
                .isEqualTo(403);
    }

    @Test
    void the_numbers_are_taken_along_and_that_is_recorded() throws Exception {
        Ground ground = ground();
        Actor officer = actors.kecamatanOfficer("35.07.13");

        MockHttpServletResponse csv =
                asked(post("/pencocokan/cakupan/" + ground.first() + "/unduh").param("bentuk", "csv"), officer);
        MockHttpServletResponse xlsx = asked(post("/pencocokan/cakupan/" + ground.first() + "/unduh"), officer);

        assertThat(csv.getContentAsString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "35.07.13,Kepanjen,Desa/kelurahan tidak diketahui,1,1,0,0,0,1,0",
                        VILLAGE + ",Kepanjen,Ngadilangkung,6,5,1,1,1,2,0");
        assertThat(csv.getHeader("Cache-Control")).contains("no-store");
        assertThat(xlsx.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(looks(officer, "export:coverage")).isEqualTo(2);
    }

    @Test
    void a_list_with_a_formula_for_a_name_is_a_text_in_the_sheet(@TempDir Path folder) throws Exception {
        UUID list = brought("=HYPERLINK(1).csv", new Person("Soto Ayam").here());
        room.round();
        counting.count();

        Path sheet = Files.write(
                folder.resolve("cakupan.xlsx"),
                asked(post("/pencocokan/cakupan/" + list + "/unduh"), actors.dinasOfficer())
                        .getContentAsByteArray());

        try (FileSystem parts = FileSystems.newFileSystem(sheet)) {
            assertThat(parts.getPath("xl/sharedStrings.xml")).content().contains("&apos;=HYPERLINK(1).csv");
            assertThat(parts.getPath("xl/worksheets/sheet1.xml")).content().doesNotContain("<f>");
        }
    }

    @Test
    void rows_that_are_not_compared_yet_are_not_called_new() throws Exception {
        Ground ground = ground();
        Sight.system(
                "test",
                () -> transaction.executeWithoutResult(status ->
                        database.sql("""
                        update matching.record set seq = null
                         where list = :list and region_code = '35.07.13'
                        """).param("list", ground.first()).update()));
        counting.count();

        Document page = shown(get("/pencocokan/cakupan"), actors.dinasOfficer());

        assertThat(numbers(line(page, ground.first()))).containsExactly("7", "5", "1", "1", "1", "2", "1");
        assertThat(page.select("[role=status]").text()).contains("masih dibandingkan");
        assertThat(page.select("section[aria-labelledby=belum]").text()).contains("setelah semua baris selesai");
        room.round();
    }

    @Test
    void the_pages_speak_english_too() throws Exception {
        Ground ground = ground();

        Document page = shown(
                get("/pencocokan/cakupan/" + ground.first()).cookie(new Cookie("bahasa", "en")), actors.dinasOfficer());

        assertThat(page.text()).contains("Registered, no licence", "Most new ones first", "1 rows name no village");
    }

    private long looks(Actor officer, String what) {
        Long looks = Sight.system(
                "test",
                () -> transaction.execute(status -> database.sql(
                                "select count(*) from identity.reading where account = :account and what = :what")
                        .param("account", officer.account())
                        .param("what", what)
                        .query(Long.class)
                        .single()));
        return looks == null ? 0 : looks;
    }

    private static Element line(Document page, UUID list) {
        return page.select("tr:has(a[href$=" + list + "])").getFirst();
    }

    /** The counts of a line without their shares. */
    private static List<String> numbers(Element line) {
        return line.select("td.number").stream()
                .map(cell -> {
                    Element count = cell.clone();
                    count.select("small").remove();
                    return count.text();
                })
                .toList();
    }

    private void license(Person person) {
        license(person, office.camat());
    }

    private LicenceId license(Person person, Office.Person camat) {
        return office.issued(
                office.officer(),
                office.delegate(),
                camat,
                Office.answers(person.name, person.business)
                        .with(Question.NIK, person.nik)
                        .with(Question.PHONE, person.phone)
                        .with(Question.ADDRESS, person.address)
                        .with(Question.HOME_ADDRESS, person.address));
    }

    private void register(Person person) {
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
                person.business,
                false,
                VILLAGE,
                "35.07.13",
                person.address,
                null,
                null,
                null,
                null,
                "INDIVIDUAL",
                "OWN",
                "membuat keripik tempe",
                List.of(new ActivityFact("2020", "10794")),
                Set.of("kuliner-olahan"),
                null);
        IncomingRecord record = new IncomingRecord(
                SourceKind.APPLICATION,
                UUID.randomUUID().toString(),
                VILLAGE,
                LocalDate.of(2026, 11, 20),
                owner,
                facts,
                List.of());
        CurrentActor.runAs(actors.dinasOfficer(), () -> registry.admit(record, null));
    }

    private UUID brought(String rows) {
        return brought("daftar.csv", rows);
    }

    private UUID brought(String name, String rows) {
        byte[] text = (HEAD + rows).getBytes(StandardCharsets.UTF_8);
        return CurrentActor.runAs(actors.dinasOfficer(), () -> {
            try {
                UUID list = imports.receive(name, text.length, new ByteArrayInputStream(text), "35.07");
                imports.check(list);
                imports.enter(list, true);
                return list;
            } catch (IOException problem) {
                throw new IllegalStateException(problem);
            }
        });
    }

    private Document shown(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        MockHttpServletResponse answer = asked(request, actor);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(200);
        return Jsoup.parse(text);
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return browser.perform(request.with(signedIn(actor))).andReturn().getResponse();
    }
}
