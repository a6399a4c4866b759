package id.lumbung.privacy.request;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.browser.Office;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.application.Answers;
import id.lumbung.licensing.application.Question;
import id.lumbung.licensing.licence.LicenceId;
import id.lumbung.platform.Sight;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** From the counter, over the desk of the data protection officer, to the person at home. */
@LumbungTest
class DataRequestJourneyTest {
    private static final String KEPANJEN = "35.07.13";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Office office;

    private Actor officer;
    private Actor protector;
    private Answers lastri;
    private LicenceId licence;

    @BeforeEach
    void an_entrepreneur_with_a_licence() {
        officer = actors.kecamatanOfficer(KEPANJEN);
        protector = actors.dataProtectionOfficer();
        lastri = Office.answers("Lastri Handayani", "Keripik Tempe Bu Lastri");
        licence = office.issued(office.officer(), office.delegate(), office.camat(), lastri);
    }

    @AfterEach
    void the_clock_goes_back() {
        clock.reset();
    }

    private record Slip(String path, String code) {}

    @Test
    void a_person_reads_at_home_what_is_held_of_her_and_who_looked() throws Exception {
        assertThat(status(get("/usaha/" + enterprise()).with(signedIn(officer))))
                .isEqualTo(200);
        Slip slip = received("ACCESS", "");
        step(slip, "TAKE", "");
        Document preview = Jsoup.parse(text(post(slip.path() + "/lihat").with(signedIn(protector))));
        assertThat(preview.text()).contains("Keripik Tempe Bu Lastri", "Jl. Kawi 17");

        step(slip, "ANSWER", "Berikut data Anda. Bila ada yang keliru, datanglah ke loket.");
        Document mine = Jsoup.parse(text(atHome(slip.code(), lastri.of(Question.NIK))));

        assertThat(mine.text())
                .contains("Berikut data Anda")
                .contains("Lastri Handayani", "Keripik Tempe Bu Lastri", "Jl. Kawi 17")
                .contains("Permohonan izin di loket")
                .contains("UU 27/2022 pasal 20")
                .contains("KTP")
                .contains("Petugas kecamatan", "Pejabat pelindungan data pribadi")
                .doesNotContain(lastri.of(Question.NIK))
                .doesNotContain("Wulan", "Siti Petugas");
        assertThat(events(slip)).containsExactly("RECEIVE", "TAKE", "ANSWER", "OPEN");
    }

    @Test
    void the_slip_without_the_nik_opens_nothing_and_five_wrong_niks_close_it() throws Exception {
        Slip slip = received("ACCESS", "");
        assertThat(status(atHome(slip.code(), ""))).isEqualTo(422);

        for (int i = 0; i < 4; i++) {
            assertThat(status(atHome(slip.code(), "350713000000000" + i))).isEqualTo(422);
        }

        assertThat(status(atHome(slip.code(), lastri.of(Question.NIK)))).isEqualTo(422);
        Slip again = printed(slip);
        assertThat(status(atHome(slip.code(), lastri.of(Question.NIK)))).isEqualTo(422);
        assertThat(status(atHome(again.code(), lastri.of(Question.NIK)))).isEqualTo(200);
        assertThat(events(slip)).contains("OPEN_FAILED", "SLIP", "OPEN");
    }

    @Test
    void nothing_is_received_without_the_ktp() throws Exception {
        MockHttpServletResponse answer = answer(post("/data-pribadi/baru")
                .param("region", KEPANJEN)
                .param("kind", "ACCESS")
                .param("nik", lastri.of(Question.NIK))
                .param("name", "Lastri Handayani")
                .with(signedIn(officer)));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("hanya dengan KTP");
    }

    @Test
    void the_counter_sees_the_request_but_neither_answers_it_nor_reads_what_is_held() throws Exception {
        Slip slip = received("CORRECTION", "Nama usaha saya keliru");

        assertThat(status(get(slip.path()).with(signedIn(officer)))).isEqualTo(200);
        assertThat(status(post(slip.path() + "/lihat").with(signedIn(officer)))).isEqualTo(403);
        assertThat(status(post(slip.path() + "/langkah")
                        .param("version", "1")
                        .param("action", "TAKE")
                        .with(signedIn(officer))))
                .isEqualTo(403);
        assertThat(status(get(slip.path()).with(signedIn(actors.kecamatanOfficer("35.07.14")))))
                .isEqualTo(422);
    }

    @Test
    void two_days_later_the_list_shows_it_as_urgent_and_after_three_as_late(@Autowired DeadlineJob job)
            throws Exception {
        Slip slip = received("DELETION", "Hapus nomor telepon saya");
        assertThat(rowOf(slip)).contains("sisa 72 jam").doesNotContain("Mendesak");

        clock.moveTo(TestClock.START.plus(Duration.ofHours(49)));
        job.run();
        assertThat(rowOf(slip)).contains("sisa 23 jam", "Mendesak");

        clock.moveTo(TestClock.START.plus(Duration.ofHours(73)));
        job.run();
        assertThat(rowOf(slip)).contains("terlambat sejak", "Mendesak");
        assertThat(events(slip)).containsExactly("RECEIVE", "ESCALATE");
    }

    private String rowOf(Slip slip) throws Exception {
        return Jsoup.parse(text(get("/data-pribadi").with(signedIn(actors.dinasHead()))))
                .select("tr:has(a[href=" + slip.path() + "])")
                .text();
    }

    private Slip received(String kind, String wish) throws Exception {
        MvcResult done = browser.perform(post("/data-pribadi/baru")
                        .param("region", KEPANJEN)
                        .param("kind", kind)
                        .param("nik", lastri.of(Question.NIK))
                        .param("name", "Lastri Handayani")
                        .param("wish", wish)
                        .param("identitySeen", "true")
                        .with(signedIn(officer)))
                .andReturn();
        return slip(done);
    }

    private Slip printed(Slip slip) throws Exception {
        return slip(browser.perform(post(slip.path() + "/tanda-terima").with(signedIn(officer)))
                .andReturn());
    }

    private Slip slip(MvcResult redirected) throws Exception {
        String to = redirected.getResponse().getRedirectedUrl();
        assertThat(to).endsWith("/tanda-terima");
        String code = Jsoup.parse(text(
                        get(to).cookie(redirected.getResponse().getCookies()).with(signedIn(officer))))
                .select(".case-code")
                .text();
        assertThat(code).matches("([0-9A-Z]{4}-){2}[0-9A-Z]{4}");
        return new Slip(to.replace("/tanda-terima", ""), code);
    }

    private void step(Slip slip, String action, String answer) throws Exception {
        String version = Jsoup.parse(text(get(slip.path()).with(signedIn(protector))))
                .select("input[name=version]")
                .first()
                .val();
        assertThat(status(post(slip.path() + "/langkah")
                        .param("version", version)
                        .param("action", action)
                        .param("answer", answer)
                        .with(signedIn(protector))))
                .isEqualTo(302);
    }

    private static MockHttpServletRequestBuilder atHome(String code, String nik) {
        return post("/data-saya")
                .param("code", code)
                .param("nik", nik)
                .with(request -> {
                    request.setRemoteAddr("10.9." + Math.floorMod(code.hashCode(), 250) + ".7");
                    return request;
                })
                .with(csrf());
    }

    private UUID enterprise() {
        return Sight.system(
                "the test looks",
                () -> transaction.execute(
                        status -> database.sql("select enterprise from licensing.pub_licence where id = :id")
                                .param("id", UUID.fromString(licence.toString()))
                                .query(UUID.class)
                                .single()));
    }

    private List<String> events(Slip slip) {
        UUID id = UUID.fromString(slip.path().substring(slip.path().lastIndexOf('/') + 1));
        return Sight.system(
                "the test looks",
                () -> transaction.execute(status -> database.sql(
                                "select action from privacy.request_event where request = :id order by id")
                        .param("id", id)
                        .query(String.class)
                        .list()));
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getStatus();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
