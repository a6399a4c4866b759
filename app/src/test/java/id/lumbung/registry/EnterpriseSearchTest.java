package id.lumbung.registry;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.registry.RegistryFixtures.KEPANJEN;
import static id.lumbung.registry.RegistryFixtures.PAKISAJI;
import static id.lumbung.registry.RegistryFixtures.aNik;
import static id.lumbung.registry.RegistryFixtures.aPhone;
import static id.lumbung.registry.RegistryFixtures.application;
import static id.lumbung.registry.RegistryFixtures.business;
import static id.lumbung.registry.RegistryFixtures.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Sight;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LumbungTest
class EnterpriseSearchTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Registry registry;

    private Actor siti;
    private Nik nik;
    private Phone phone;
    private EnterpriseId sepatu;

    @BeforeEach
    void an_officer_and_an_enterprise() {
        siti = actors.kecamatanOfficer("35.07.13");
        nik = aNik();
        phone = aPhone();
        sepatu = admitted("Paijo Kromowidjojo", "Sepatu Kulit Gagah", KEPANJEN);
        Sight.system("a test", () -> registry.recordNib(sepatu, new NibRecord(new Nib("0712240045136"), null, "")));
    }

    @Test
    void finds_by_every_number_and_name_and_says_why() throws Exception {
        String number =
                Sight.system("a test", () -> registry.find(sepatu).orElseThrow().number());

        assertThat(reasons(number)).contains("nomor usaha sama");
        assertThat(reasons(nik.value())).contains("NIK sama");
        assertThat(reasons(phone.national())).contains("nomor telepon sama");
        assertThat(reasons("0712240045136")).contains("NIB sama");
        assertThat(reasons("712240045136")).contains("NIB sama");
        assertThat(reasons("sepatu kulit")).contains("nama usaha mirip");
        assertThat(reasons("Kromowijoyo")).contains("nama pemilik mirip");
    }

    @Test
    void a_code_of_the_kbli_and_a_village_lead_to_their_enterprises() throws Exception {
        Document byCode = search("10794");
        Document byVillage = search("Kepanjen");

        assertThat(byCode.select(".reason").text()).contains("kode KBLI 10794");
        assertThat(byVillage.select("a[href='/usaha?wilayah=35.07.13']").text()).contains("Kecamatan Kepanjen");
        Document listing = page(get("/usaha").param("wilayah", "35.07.13"));
        assertThat(listing.select("h1").text()).isEqualTo("Kecamatan Kepanjen");
        assertThat(listing.select("ol.hits li")).isNotEmpty();
    }

    @Test
    void the_box_posts_and_a_personal_number_is_not_written_back() throws Exception {
        Document page = search(nik.value());

        assertThat(page.select("form[role=search]").attr("method")).isEqualTo("post");
        assertThat(page.select("#q").attr("value")).isEmpty();
        assertThat(page.html()).doesNotContain(nik.value());
        assertThat(search("sepatu").select("#q").attr("value")).isEqualTo("sepatu");
    }

    @Test
    void nothing_of_another_territory_is_found_but_that_a_nik_is_known_there() throws Exception {
        nik = aNik();
        admitted("Tukijan Wirosableng", "Kerajinan Rotan Wiro", PAKISAJI);

        assertThat(search("Wirosableng").select("ol.hits")).isEmpty();
        assertThat(search("Wirosableng").text()).contains("Tidak ditemukan di wilayah tugas Anda");
        Document byNik = search(nik.value());
        assertThat(byNik.select("ol.hits")).isEmpty();
        assertThat(byNik.text()).contains("di Kecamatan Pakisaji").doesNotContain("Wiro");
    }

    @Test
    void without_a_search_the_newest_are_shown_and_nobody_without_a_role_sees_them() throws Exception {
        assertThat(page(get("/usaha")).select("ol.hits a").first().text()).isEqualTo("Sepatu Kulit Gagah");

        Actor administrator = actors.administrator();
        assertThat(browser.perform(get("/usaha").with(signedIn(administrator)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private String reasons(String typed) throws Exception {
        Element hit = search(typed)
                .select("ol.hits li:has(a[href='/usaha/" + sepatu + "'])")
                .first();
        return hit == null
                ? "not found by " + typed.length() + " characters"
                : hit.select(".reason").text();
    }

    private Document search(String typed) throws Exception {
        return page(post("/usaha").param("q", typed));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(browser.perform(request.with(signedIn(siti)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private EnterpriseId admitted(String ownerName, String name, String villageCode) {
        return Sight.system(
                "a test",
                () -> registry.admit(application(owner(ownerName, nik, phone), business(name, villageCode)), null));
    }
}
