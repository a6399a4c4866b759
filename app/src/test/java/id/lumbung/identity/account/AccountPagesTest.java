package id.lumbung.identity.account;

import static id.lumbung.identity.TestActors.signedIn;
import static id.lumbung.identity.TestActors.signedInLongAgo;
import static id.lumbung.identity.signin.TestSignIn.attempt;
import static id.lumbung.identity.signin.TestSignIn.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Official;
import id.lumbung.identity.Officials;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@LumbungTest
class AccountPagesTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officials officials;

    @Test
    void an_administrator_invites_somebody_and_hands_over_the_link() throws Exception {
        Actor administrator = actors.administrator();
        String name = newName();

        Document page = page(invite(administrator, name, "CAMAT", "35.07.13").andExpect(status().isOk()));

        String link = page.select("input#link").val();
        assertThat(link).contains("/atur/");
        browser.perform(post(link.substring(link.indexOf("/atur/")))
                        .with(csrf())
                        .param("password", "sawah hijau di pagi")
                        .param("again", "sawah hijau di pagi"))
                .andExpect(redirectedUrl("/masuk?siap"));
        browser.perform(attempt(name, "sawah hijau di pagi", "10.0.3.1")).andExpect(status().is3xxRedirection());
        Actor camat = accounts.actor(accounts.find(name).orElseThrow()).orElseThrow();
        assertThat(camat.has(Role.CAMAT, "35.07.13")).isTrue();
        Official official = officials.signing(camat.account(), "35.07.13");
        assertThat(official.nip()).isEqualTo("197001012000031002");
        assertThat(official.onBehalfOf()).isNull();
        assertThat(page(browser.perform(get("/akun").param("q", name).with(signedIn(administrator))))
                        .select("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("Hendro", "Kecamatan Kepanjen", "Aktif"));
    }

    @Test
    void a_nip_with_a_digit_missing_is_pointed_out_and_nothing_typed_is_lost() throws Exception {
        Document page = page(browser.perform(post("/akun/baru")
                        .with(signedIn(actors.administrator()))
                        .param("fullName", "Hendro Wibowo")
                        .param("signInName", "hendro")
                        .param("nip", "19700101 200003 1 00")
                        .param("role", "CAMAT")
                        .param("territory", "35.07"))
                .andExpect(status().isUnprocessableContent()));

        assertThat(page.select("#nip-error").text()).contains("18 angka", "17");
        assertThat(page.select("#territory-error").text()).contains("satu kecamatan");
        assertThat(page.select("#fullName").val()).isEqualTo("Hendro Wibowo");
        assertThat(page.select("input[name=role][value=CAMAT]").hasAttr("checked"))
                .isTrue();
        assertThat(page.select("#nip").attr("aria-describedby")).contains("nip-error");
    }

    @Test
    void a_name_that_is_taken_is_said_beside_the_field() throws Exception {
        Actor administrator = actors.administrator();
        String name = newName();
        invite(administrator, name, "CAMAT", "35.07.13").andExpect(status().isOk());

        Document page =
                page(invite(administrator, name, "CAMAT", "35.07.13").andExpect(status().isUnprocessableContent()));

        assertThat(page.select("#signInName-error").text()).contains("sudah dipakai");
    }

    @Test
    void a_camats_delegate_needs_a_decree_and_signs_on_behalf_of_the_camat() throws Exception {
        Actor administrator = actors.administrator();
        Actor camat = actors.camat("35.07.28");
        Actor secretary = actors.with("Bambang Sekretaris", "Sekretaris Kecamatan");
        browser.perform(post("/akun/" + secretary.account() + "/wewenang")
                        .with(signedIn(administrator))
                        .param("role", "CAMAT_DELEGATE")
                        .param("territory", "35.07.28"))
                .andExpect(status().isUnprocessableContent());

        browser.perform(post("/akun/" + secretary.account() + "/wewenang")
                        .with(signedIn(administrator))
                        .param("role", "CAMAT_DELEGATE")
                        .param("territory", "35.07.28")
                        .param("legalBasis", "Keputusan Camat 100.3/12/2026"))
                .andExpect(status().is3xxRedirection());

        assertThat(officials.signing(secretary.account(), "35.07.28").onBehalfOf())
                .isEqualTo(officials.get(camat.account()).title());
        assertThat(officials.signing(secretary.account(), "35.07.13").onBehalfOf())
                .isNull();
    }

    @Test
    void a_role_taken_back_is_gone_with_the_next_click() throws Exception {
        Actor administrator = actors.administrator();
        Actor leaver = actors.administrator("35.07.13");
        browser.perform(get("/akun").with(signedIn(leaver))).andExpect(status().isOk());
        Document page = page(browser.perform(get("/akun/" + leaver.account()).with(signedIn(administrator))));
        String revoke = page.select("form[action$=/cabut]").attr("action");

        browser.perform(post(revoke).with(signedIn(administrator))).andExpect(status().is3xxRedirection());

        browser.perform(get("/akun").with(signedIn(leaver))).andExpect(status().isForbidden());
    }

    @Test
    void a_disabled_account_is_out_with_the_next_click_and_comes_back_with_its_password() throws Exception {
        Actor administrator = actors.administrator();
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie session = session(browser.perform(attempt(actors.signInNameOf(siti), TestActors.PASSWORD, "10.0.3.2"))
                .andReturn());

        browser.perform(post("/akun/" + siti.account() + "/nonaktifkan").with(signedIn(administrator)))
                .andExpect(status().is3xxRedirection());

        browser.perform(get("/akun/saya").cookie(session)).andExpect(status().is3xxRedirection());
        browser.perform(attempt(actors.signInNameOf(siti), TestActors.PASSWORD, "10.0.3.2"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(post("/akun/" + siti.account() + "/aktifkan").with(signedIn(administrator)));
        browser.perform(get("/akun/saya").cookie(session)).andExpect(status().is3xxRedirection());
        browser.perform(attempt(actors.signInNameOf(siti), TestActors.PASSWORD, "10.0.3.2"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void an_administrator_of_one_kecamatan_cannot_take_over_somebody_above() throws Exception {
        Actor small = actors.administrator("35.07.13");
        Actor head = actors.dinasHead();
        Actor neighbour = actors.camat("35.07.14");

        for (Actor above : new Actor[] {head, neighbour}) {
            for (String what : new String[] {"/tautan", "/nonaktifkan", "/wajib-ganti"}) {
                browser.perform(post("/akun/" + above.account() + what).with(signedIn(small)))
                        .andExpect(status().is4xxClientError());
            }
        }
        invite(small, newName(), "ADMINISTRATOR", "35.07").andExpect(status().isUnprocessableContent());
        Document page = page(browser.perform(get("/akun/" + neighbour.account()).with(signedIn(small)))
                .andExpect(status().isUnprocessableContent()));
        assertThat(page.text()).doesNotContain("Kecamatan Gondanglegi").doesNotContain("Endang");
        Document list = page(browser.perform(get("/akun").param("q", "Endang").with(signedIn(small))));
        assertThat(list.select("a[href=/akun/" + neighbour.account() + "]")).isEmpty();
    }

    @Test
    void of_somebody_with_roles_here_and_elsewhere_only_those_here_are_shown() throws Exception {
        Actor both = actors.with(
                "Wahyu Dua Tempat",
                "Staf",
                NewGrant.of(Role.KECAMATAN_OFFICER, "35.07.13"),
                NewGrant.of(Role.KECAMATAN_OFFICER, "35.07.14"));

        Document page =
                page(browser.perform(get("/akun/" + both.account()).with(signedIn(actors.administrator("35.07.13")))));

        assertThat(page.text()).contains("di luar wilayah Anda").doesNotContain("Kecamatan Gondanglegi");
    }

    @Test
    void nobody_disables_the_account_he_sits_in() throws Exception {
        Actor administrator = actors.administrator();

        browser.perform(post("/akun/" + administrator.account() + "/nonaktifkan")
                        .with(signedIn(administrator)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void changing_the_own_password_ends_the_other_devices_and_not_this_one() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        String name = actors.signInNameOf(siti);
        Cookie here = session(
                browser.perform(attempt(name, TestActors.PASSWORD, "10.0.3.3")).andReturn());
        Cookie there = session(
                browser.perform(attempt(name, TestActors.PASSWORD, "10.0.3.3")).andReturn());
        assertThat(page(browser.perform(get("/akun/saya").cookie(here))).select("tbody tr"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.text()).contains("Chrome Android"));

        Cookie renewed = session(browser.perform(post("/akun/saya/kata-sandi")
                        .cookie(here)
                        .with(csrf())
                        .param("current", TestActors.PASSWORD)
                        .param("password", "kali brantas banjir lagi")
                        .param("again", "kali brantas banjir lagi"))
                .andExpect(redirectedUrl("/akun/saya"))
                .andReturn());

        browser.perform(get("/akun/saya").cookie(renewed)).andExpect(status().isOk());
        browser.perform(get("/akun/saya").cookie(there)).andExpect(status().is3xxRedirection());
        browser.perform(get("/akun/saya").cookie(here)).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_own_password_is_not_changed_without_the_present_one() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");

        Document page = page(browser.perform(post("/akun/saya/kata-sandi")
                        .with(signedIn(siti))
                        .param("current", "bukan ini kata sandinya")
                        .param("password", "kali brantas banjir lagi")
                        .param("again", "kali brantas banjir lagi"))
                .andExpect(status().isUnprocessableContent()));

        assertThat(page.select("#current-error").text()).contains("tidak cocok");
    }

    @Test
    void another_device_can_be_ended() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        String name = actors.signInNameOf(siti);
        Cookie here = session(
                browser.perform(attempt(name, TestActors.PASSWORD, "10.0.3.4")).andReturn());
        Cookie there = session(
                browser.perform(attempt(name, TestActors.PASSWORD, "10.0.3.4")).andReturn());
        String end = page(browser.perform(get("/akun/saya").cookie(here)))
                .select("form[action$=/akhiri]")
                .attr("action");

        browser.perform(post(end).cookie(here).with(csrf())).andExpect(status().is3xxRedirection());

        browser.perform(get("/akun/saya").cookie(there)).andExpect(status().is3xxRedirection());
        browser.perform(get("/akun/saya").cookie(here)).andExpect(status().isOk());
    }

    @Test
    void ending_another_device_long_after_signing_in_asks_again() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        Cookie there = session(browser.perform(attempt(actors.signInNameOf(siti), TestActors.PASSWORD, "10.0.3.5"))
                .andReturn());

        browser.perform(post("/akun/saya/sesi/akhiri-lain").with(signedInLongAgo(siti)))
                .andExpect(redirectedUrl("/masuk/lagi?lanjut=%2Fmasuk%2Flanjut"));

        browser.perform(get("/akun/saya").cookie(there)).andExpect(status().isOk());
    }

    @Test
    void who_must_change_the_password_gets_nowhere_else_before() throws Exception {
        Actor siti = actors.kecamatanOfficer("35.07.13");
        browser.perform(post("/akun/" + siti.account() + "/wajib-ganti").with(signedIn(actors.administrator())))
                .andExpect(status().is3xxRedirection());

        browser.perform(get("/usaha").with(signedIn(siti))).andExpect(redirectedUrl("/akun/saya/kata-sandi"));
        browser.perform(get("/akun/saya/kata-sandi").with(signedIn(siti))).andExpect(status().isOk());
    }

    @Test
    void the_pages_speak_english_when_asked() throws Exception {
        Document page =
                page(browser.perform(get("/akun/baru").param("lang", "en").with(signedIn(actors.administrator()))));

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("New account");
    }

    private ResultActions invite(Actor administrator, String name, String role, String territory) throws Exception {
        return browser.perform(post("/akun/baru")
                .with(signedIn(administrator))
                .param("fullName", "Hendro Wibowo, S.STP.")
                .param("signInName", name)
                .param("title", "Camat Kepanjen")
                .param("rank", "Pembina Tingkat I")
                .param("nip", "19700101 200003 1 002")
                .param("role", role)
                .param("territory", territory));
    }

    private static String newName() {
        return "hendro." + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
