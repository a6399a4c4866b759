package id.lumbung.licensing.licence;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.licence.paper.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class CoatOfArmsTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors actors;

    @Autowired
    private Licences licences;

    @Autowired
    private Sheets sheets;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    /** Long after what other tests print, since this database is theirs too. */
    @Test
    void papers_made_from_the_day_on_carry_it_and_older_ones_stay_as_they_are() throws Exception {
        clock.moveTo(LocalDate.of(2040, 1, 2));
        LicenceId before = issue(LocalDate.of(2039, 12, 30));

        browser.perform(multipart("/izin/lambang")
                        .file(new MockMultipartFile("picture", LicencePictures.portrait()))
                        .with(signedIn(actors.administrator())))
                .andExpect(redirectedUrl("/izin/lambang"));
        LicenceId after = issue(LocalDate.of(2040, 1, 2));

        assertThat(content(before).pictures().coatOfArms()).isNull();
        assertThat(content(after).pictures().coatOfArms()).isNotNull();
    }

    @Test
    void what_is_no_picture_is_explained_and_only_an_administrator_may() throws Exception {
        String page = browser.perform(multipart("/izin/lambang")
                        .file(new MockMultipartFile("picture", "<svg/>".getBytes(StandardCharsets.UTF_8)))
                        .with(signedIn(actors.administrator())))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("bukan gambar PNG atau JPEG");
        browser.perform(multipart("/izin/lambang")
                        .file(new MockMultipartFile("picture", LicencePictures.portrait()))
                        .with(signedIn(actors.camat("35.07.13"))))
                .andExpect(status().isForbidden());
    }

    private LicenceId issue(LocalDate day) {
        Actor camat = LicenceFixtures.camatOf("35.07.21");
        return CurrentActor.runAs(
                camat,
                () -> transaction.execute(status -> licences.issue(
                        LicenceFixtures.order("35.07.21", day, LicenceFixtures.holder(), LicenceFixtures.business()))));
    }

    private Snapshot content(LicenceId licence) {
        return CurrentActor.runAs(
                LicenceFixtures.camatOf("35.07.21"),
                () -> transaction.execute(status -> sheets.content(sheets.get(licence, 1))));
    }
}
