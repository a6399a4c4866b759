package id.lumbung.platform.page;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.api.access.Tokens;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Of two values for one question none is taken; where many are asked for, many may come. */
@LumbungTest
class RepeatedParametersTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Tokens tokens;

    @Test
    void a_name_that_signs_in_stands_there_once() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        String name = actors.signInNameOf(officer);

        browser.perform(post("/masuk")
                        .with(csrf())
                        .param("username", name, "orang.lain")
                        .param("password", TestActors.PASSWORD))
                .andExpect(status().isBadRequest());
        browser.perform(post("/masuk").with(csrf()).param("username", name).param("password", TestActors.PASSWORD))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void half_in_the_address_and_half_in_the_form_is_twice_too() throws Exception {
        browser.perform(post("/masuk?username=orang.lain")
                        .with(csrf())
                        .param("username", "siti")
                        .param("password", TestActors.PASSWORD))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_list_is_asked_with_each_filter_once() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");

        browser.perform(get("/izin").with(signedIn(officer)).param("status", "ACTIVE", "REVOKED"))
                .andExpect(status().isBadRequest());
        browser.perform(get("/izin").with(signedIn(officer)).param("status", "ACTIVE"))
                .andExpect(status().isOk());
    }

    @Test
    void programs_get_the_answer_in_their_form() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");
        String token = CurrentActor.runAs(
                officer,
                () -> tokens.make("uji", Set.of("SEE_APPLICATIONS"), LocalDate.of(2026, 12, 31))
                        .text());

        browser.perform(get("/api/v1/applications")
                        .header("Authorization", "Bearer " + token)
                        .param("limit", "5", "200"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("bad-request"));
    }

    @Test
    void where_many_are_asked_for_many_may_come() throws Exception {
        Actor officer = actors.kecamatanOfficer("35.07.13");

        String page = browser.perform(post("/akun/saya/token")
                        .with(signedIn(officer))
                        .param("name", "Antrean")
                        .param("scopes", "SEE_APPLICATIONS", "SEE_REGISTER")
                        .param("expires", "2026-12-31"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("lmb_");
    }
}
