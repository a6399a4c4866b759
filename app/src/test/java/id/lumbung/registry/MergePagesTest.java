package id.lumbung.registry;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.RECEIVED;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.owner;
import static id.lumbung.registry.RegistryFixtures.record;
import static id.lumbung.registry.RegistryFixtures.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Sight;
import id.lumbung.registry.origin.FactsFromElsewhere;
import id.lumbung.registry.origin.KnownFact;
import id.lumbung.registry.origin.StatedFact;
import id.lumbung.registry.origin.StatedFacts;
import id.lumbung.registry.sheet.EnterpriseQueries;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people read and do on the pages of enterprises that became one. */
@LumbungTest
@Import(MergePagesTest.AList.class)
class MergePagesTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Registry registry;

    @Autowired
    private EnterpriseQueries queries;

    @Autowired
    private AList list;

    private Actor rina;
    private EnterpriseId survivor;
    private EnterpriseId merged;
    private String number;
    private String oldNumber;

    /** A list whose fourth row is judged to be about an enterprise. */
    @TestConfiguration
    static class AList {
        private volatile EnterpriseId about = EnterpriseId.next();

        @Bean
        FactsFromElsewhere facts() {
            return enterprise -> enterprise.equals(about)
                    ? List.of(new StatedFacts(
                            "Data UMKM Kepanjen 2023",
                            "/impor/1",
                            4,
                            LocalDate.of(2023, 8, 1),
                            List.of(
                                    new StatedFact(KnownFact.BUSINESS_NAME, "Kripik Bu Las", null),
                                    new StatedFact(KnownFact.TURNOVER, "Rp48.000.000", 2022))))
                    : List.of();
        }
    }

    @BeforeEach
    void two_that_became_one() {
        rina = actors.dinasOfficer();
        survivor = admitted(application(
                owner("Lastri Handayani", aNik(), aPhone()),
                business("Keripik Tempe Bu Lastri", KEPANJEN),
                sales(86_400_000, 2025)));
        merged = admitted(record(
                SourceKind.CENSUS,
                LocalDate.of(2025, 6, 1),
                owner("Lastri Handayani", null),
                business("Lastri Kripik", KEPANJEN)));
        number = number(survivor);
        oldNumber = number(merged);
        list.about = merged;
        CurrentActor.runAs(rina, () -> registry.merge(survivor, merged, "Pemilik dan tempatnya sama"));
    }

    @Test
    void number_and_identifier_of_the_merged_one_lead_to_the_survivor_which_says_so_once() throws Exception {
        for (String asked : List.of(oldNumber, merged.toString())) {
            MvcResult led =
                    browser.perform(get("/usaha/" + asked).with(signedIn(rina))).andReturn();

            assertThat(led.getResponse().getRedirectedUrl()).isEqualTo("/usaha/" + survivor);
            Document page =
                    page(get("/usaha/" + survivor).cookie(led.getResponse().getCookies()), 200);
            assertThat(page.select(".notice").text()).contains(oldNumber + " kini menjadi satu dengan " + number);
        }
        assertThat(page(get("/usaha/" + survivor), 200).text()).doesNotContain("kini menjadi satu dengan");
        assertThat(answer(get("/usaha/" + number)).getRedirectedUrl()).isEqualTo("/usaha/" + survivor);
    }

    @Test
    void forms_under_the_old_address_are_those_of_the_survivor() throws Exception {
        Document form = page(get("/usaha/" + merged + "/pengamatan"), 200);

        assertThat(form.select("form[action$=/pengamatan]").attr("action"))
                .isEqualTo("/usaha/" + survivor + "/pengamatan");
    }

    @Test
    void the_page_tells_numbers_records_and_history_of_both() throws Exception {
        Document page = page(get("/usaha/" + survivor), 200);

        assertThat(page.text())
                .contains("Menjadi satu di sini: " + oldNumber)
                .contains(oldNumber + " menjadi bagian dari " + number + ". Alasan: Pemilik dan tempatnya sama");
        assertThat(page.select("a[href$=/pisahkan]")).hasSize(1);
        assertThat(page.select("table.list th small").eachText()).contains(number, oldNumber);
        assertThat(page.text()).containsOnlyOnce("Nama Lastri Handayani");
    }

    @Test
    void each_shown_fact_names_its_source_and_what_weaker_sources_say() throws Exception {
        Document page = page(get("/usaha/" + survivor), 200);

        String names = page.select("#origins tr:has(th:contains(Nama usaha))").text();
        assertThat(names)
                .containsSubsequence(
                        "Keripik Tempe Bu Lastri",
                        "Permohonan izin (" + number + ")",
                        "20 November 2026",
                        "Lastri Kripik",
                        "Sensus atau survei (" + oldNumber + ")",
                        "1 Juni 2025",
                        "Kripik Bu Las",
                        "Data UMKM Kepanjen 2023, baris 4");
        assertThat(page.select("#origins tr:has(th:contains(Omzet))").text()).contains("Rp48.000.000 (tahun 2022)");
        assertThat(page.select("#origins a[href=/impor/1]")).hasSize(2);
        assertThat(page.select("#origins").text())
                .contains("Yang dipakai adalah yang terakhir dari sumber yang paling kuat");
        assertThat(page(get("/usaha/" + survivor).param("lang", "en"), 200)
                        .select("#origins")
                        .text())
                .contains("What counts is the latest of the strongest source");
    }

    @Test
    void parting_asks_for_a_reason_of_ten_letters_and_then_both_stand_by_themselves() throws Exception {
        Document form = page(get("/usaha/" + survivor + "/pisahkan"), 200);
        String version = form.select("input[name=version]").attr("value");
        assertThat(form.select("input[name=number][checked]").attr("value")).isEqualTo(oldNumber);
        assertThat(form.text()).contains("berdiri sendiri lagi dengan nomor, izin, dan semua datanya");

        Document again = page(part(version, "salah! 12345"), 422);
        assertThat(again.select("#reason-error").text()).contains("paling sedikit 10 huruf");
        assertThat(again.select("#reason").text()).isEqualTo("salah! 12345");
        assertThat(page(part("1", "Ternyata kakak beradik"), 409)
                        .select("[role=alert]")
                        .text())
                .contains("Belum ada yang dipisahkan");
        assertThat(answer(part(version, "Ternyata kakak beradik")).getRedirectedUrl())
                .isEqualTo("/usaha/" + survivor);

        assertThat(page(get("/usaha/" + merged), 200).text())
                .contains(oldNumber, "Lastri Kripik")
                .contains(oldNumber + " dipisahkan kembali dari " + number + ". Alasan: Ternyata kakak beradik");
        assertThat(page(get("/usaha/" + survivor), 200).text()).doesNotContain("Menjadi satu di sini");
        assertThat(page(get("/usaha/" + survivor + "/pisahkan"), 200).text())
                .contains("Tidak ada yang dapat dipisahkan");
    }

    @Test
    void officers_of_a_kecamatan_read_but_do_not_part() throws Exception {
        rina = actors.kecamatanOfficer("35.07.13");
        Document page = page(get("/usaha/" + survivor), 200);

        assertThat(page.text()).contains("Menjadi satu di sini: " + oldNumber);
        assertThat(page.select("a[href$=/pisahkan]")).isEmpty();
        assertThat(answer(get("/usaha/" + survivor + "/pisahkan")).getStatus()).isEqualTo(403);
        assertThat(answer(part("1", "Ternyata kakak beradik")).getStatus()).isEqualTo(403);
    }

    @Test
    void what_lies_in_another_kecamatan_is_told_by_number_and_kecamatan_alone() throws Exception {
        EnterpriseId there = admitted(record(
                SourceKind.CENSUS, RECEIVED, owner("Lastri Handayani", null), business("Lastri Pasar", PAKISAJI)));
        CurrentActor.runAs(rina, () -> registry.merge(survivor, there, "Pemilik dan usahanya sama"));
        String thereNumber = number(there);
        rina = actors.kecamatanOfficer("35.07.19");

        Document page = page(get("/usaha/" + there), 200);

        assertThat(page.select(".notice-warning").text())
                .contains(thereNumber + " kini menjadi satu dengan " + number, "Kecamatan Kepanjen");
        assertThat(page.text()).contains("Lastri Pasar").doesNotContain("Keripik Tempe Bu Lastri");
        assertThat(answer(get("/usaha/" + survivor)).getStatus()).isEqualTo(404);
    }

    private MockHttpServletRequestBuilder part(String version, String why) {
        return post("/usaha/" + survivor + "/pisahkan")
                .param("version", version)
                .param("number", oldNumber)
                .param("reason", why);
    }

    private EnterpriseId admitted(IncomingRecord record) {
        return Sight.system("a test", () -> registry.admit(record, null));
    }

    private String number(EnterpriseId id) {
        return Sight.system("a test", () -> queries.numberOf(id)).orElseThrow();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(signedIn(rina))).andReturn().getResponse();
    }

    private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = answer(request);
        assertThat(response.getStatus()).isEqualTo(status);
        return Jsoup.parse(response.getContentAsString());
    }
}
