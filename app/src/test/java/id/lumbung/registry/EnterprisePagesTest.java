package id.lumbung.registry;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.owner;
import static id.lumbung.registry.RegistryFixtures.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Sight;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class EnterprisePagesTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Registry registry;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor siti;
    private Nik nik;
    private Phone phone;
    private EnterpriseId lastri;
    private String number;

    @BeforeEach
    void an_officer_and_an_enterprise() {
        siti = actors.kecamatanOfficer("35.07.13");
        nik = aNik();
        phone = aPhone();
        lastri = Sight.system(
                "a test",
                () -> registry.admit(
                        application(
                                owner("Lastri Handayani", nik, phone),
                                business("Keripik Tempe Bu Lastri", KEPANJEN),
                                sales(86_400_000, 2025)),
                        null));
        number =
                Sight.system("a test", () -> registry.find(lastri).orElseThrow().number());
    }

    @Test
    void the_page_shows_owner_activity_size_with_the_reason_and_sources_and_masks_what_is_personal() throws Exception {
        Document page = page(get("/usaha/" + lastri), 200);

        assertThat(page.select("h1").text()).isEqualTo("Keripik Tempe Bu Lastri");
        assertThat(page.text())
                .contains(number, "Lastri Handayani", "KBLI 2020", "10794", "Kecamatan Kepanjen", "86.400.000")
                .contains("Usaha sudah berdiri sebelum PP 7/2021 berlaku")
                .contains("Mikro: paling banyak Rp2.000.000.000", "PP 7/2021 Pasal 35")
                .contains("Permohonan izin")
                .contains(nik.masked(), phone.masked());
        assertThat(page.html()).doesNotContain(nik.value(), phone.e164(), phone.national(), "Jalan Ijen");
        assertThat(page.select(".badge-ok").first().text()).isEqualTo("Mikro");
    }

    @Test
    void english_says_the_same() throws Exception {
        assertThat(page(get("/usaha/" + lastri).param("lang", "en"), 200).text())
                .contains("The business existed before PP 7/2021", "Owners", "Sources");
    }

    @Test
    void its_number_leads_to_it_and_one_outside_the_territory_is_not_there() throws Exception {
        EnterpriseId elsewhere = Sight.system(
                "a test",
                () -> registry.admit(application(owner("Jono", aNik()), business("Toko Jono", PAKISAJI)), null));

        assertThat(answer(get("/usaha/" + number)).getRedirectedUrl()).isEqualTo("/usaha/" + lastri);
        assertThat(answer(get("/usaha/" + elsewhere)).getStatus()).isEqualTo(404);
        assertThat(answer(get("/usaha/bukan-nomor")).getStatus()).isEqualTo(404);
    }

    @Test
    void personal_data_is_shown_after_saying_what_for_and_the_asking_is_recorded() throws Exception {
        String person = page(get("/usaha/" + lastri), 200)
                .select("input[name=field]")
                .first()
                .attr("value");

        Document question = page(post("/usaha/" + lastri + "/tampilkan").param("field", person), 200);
        Document unanswered = page(
                post("/usaha/" + lastri + "/tampilkan").param("field", person).param("asked", "true"), 422);
        Document shown = page(
                post("/usaha/" + lastri + "/tampilkan").param("field", person).param("purpose", "VERIFY_IDENTITY"),
                200);

        assertThat(question.select("input[name=purpose][type=radio]")).hasSize(5);
        assertThat(question.html()).doesNotContain(nik.value());
        assertThat(unanswered.select("#purpose-error").text()).contains("Pilih keperluannya");
        assertThat(unanswered.html()).doesNotContain(nik.value());
        assertThat(shown.text()).contains(nik.value(), "1 Januari 1980", "Jalan Ijen 1");
        assertThat(Sight.<Long>system(
                        "a test",
                        () -> transaction.execute(status -> database.sql("""
                                        select count(*) from identity.reading
                                         where account = :account and what = 'identity' and purpose = 'VERIFY_IDENTITY'
                                        """)
                                .param("account", siti.account())
                                .query(Long.class)
                                .single())))
                .isEqualTo(1);
    }

    @Test
    void the_head_of_the_office_sees_the_page_but_no_button_that_unmasks() throws Exception {
        siti = actors.dinasHead();
        Document page = page(get("/usaha/" + lastri), 200);

        assertThat(page.select("form[action$=tampilkan], a[href$=/nib]")).isEmpty();
        assertThat(answer(post("/usaha/" + lastri + "/tampilkan")
                                .param("field", "npwp")
                                .param("purpose", "SUPERVISION"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get("/usaha/" + lastri + "/nib")).getStatus()).isEqualTo(403);
    }

    @Test
    void trap_8_twelve_digits_offer_the_nib_with_its_zero_and_lose_nothing() throws Exception {
        Document again = page(
                post("/usaha/" + lastri + "/nib")
                        .param("version", "1")
                        .param("nib", "220202906131")
                        .param("note", "dari lembar kerja"),
                422);

        assertThat(again.select("#nib-error").text()).contains("0220202906131");
        assertThat(again.select("#nib").attr("value")).isEqualTo("220202906131");
        assertThat(again.select("#nib").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.select("#note").attr("value")).isEqualTo("dari lembar kerja");

        MockHttpServletResponse taken = answer(post("/usaha/" + lastri + "/nib")
                .param("version", again.select("input[name=version]").attr("value"))
                .param("nib", "220202906131")
                .param("suggested", again.select("button[name=suggested]").attr("value")));

        assertThat(taken.getRedirectedUrl()).isEqualTo("/usaha/" + lastri);
        assertThat(page(get("/usaha/" + lastri), 200).text()).contains("0220202906131");
    }

    @Test
    void trap_11_a_nib_of_another_enterprise_warns_and_may_be_recorded_anyway() throws Exception {
        EnterpriseId other = Sight.system(
                "a test",
                () -> registry.admit(application(owner("Lastri Handayani", nik), business("Warung", KEPANJEN)), null));
        Sight.system("a test", () -> registry.recordNib(other, new NibRecord(new Nib("1310220202906"), null, "")));

        Document warned =
                page(post("/usaha/" + lastri + "/nib").param("version", "1").param("nib", "1310220202906"), 422);
        MockHttpServletResponse taken = answer(post("/usaha/" + lastri + "/nib")
                .param("version", "1")
                .param("nib", "1310220202906")
                .param("confirmed", warned.select("input[name=confirmed]").attr("value")));

        assertThat(warned.select("#nib-warn").text()).contains("satu usaha lain");
        assertThat(taken.getRedirectedUrl()).isEqualTo("/usaha/" + lastri);
    }

    @Test
    void an_observation_with_mistakes_says_what_is_wrong_beside_each_field_and_keeps_what_was_typed() throws Exception {
        Document again = page(
                post("/usaha/" + lastri + "/pengamatan")
                        .param("version", "1")
                        .param("value", "seratus juta")
                        .param("year", "2030")
                        .param("source", "pemilik"),
                422);

        assertThat(again.select("#kind-error").text()).contains("Pilih");
        assertThat(again.select("#value-error").text()).contains("86.400.000");
        assertThat(again.select("#year-error").text()).contains("2026");
        assertThat(again.select("#evidence-error").text()).contains("keterangan lisan");
        assertThat(again.select("#source-error")).isEmpty();
        assertThat(again.select("#value").attr("value")).isEqualTo("seratus juta");
        assertThat(again.select(".error-summary li")).hasSize(4);
    }

    @Test
    void an_observation_is_added_and_changes_the_size() throws Exception {
        MockHttpServletResponse added = answer(observation("1", "Rp 2.500.000.000", "2025"));

        assertThat(added.getRedirectedUrl()).isEqualTo("/usaha/" + lastri);
        Document page = page(get("/usaha/" + lastri), 200);
        assertThat(page.text()).contains("Rp2.500.000.000", "Kecil: paling banyak Rp15.000.000.000", "Rp86.400.000");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_shown_and_nothing_typed_is_lost() throws Exception {
        answer(observation("1", "90.000.000", "2024"));

        Document conflict = page(observation("1", "95.000.000", "2024"), 409);
        MockHttpServletResponse again =
                answer(observation(conflict.select("input[name=version]").attr("value"), "95.000.000", "2024"));

        assertThat(conflict.select("[role=alert]").text()).contains("diubah orang lain");
        assertThat(conflict.select("#value").attr("value")).isEqualTo("95.000.000");
        assertThat(conflict.text()).contains("Rp90.000.000");
        assertThat(again.getRedirectedUrl()).isEqualTo("/usaha/" + lastri);
    }

    private MockHttpServletRequestBuilder observation(String version, String value, String year) {
        return post("/usaha/" + lastri + "/pengamatan")
                .param("version", version)
                .param("kind", "ANNUAL_SALES")
                .param("value", value)
                .param("year", year)
                .param("source", "pemilik")
                .param("evidence", "buku kas");
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(signedIn(siti))).andReturn().getResponse();
    }

    private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = answer(request);
        assertThat(response.getStatus()).isEqualTo(status);
        return Jsoup.parse(response.getContentAsString());
    }
}
