package id.lumbung.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Accounts;
import id.lumbung.identity.Actor;
import id.lumbung.identity.Grant;
import id.lumbung.identity.NewAccount;
import id.lumbung.identity.NewGrant;
import id.lumbung.identity.Role;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Sight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
@ExtendWith(OutputCaptureExtension.class)
class OneTimeLinkTest {
    private static final String GOOD = "sawah hijau di pagi";

    @Autowired
    private MockMvc browser;

    @Autowired
    private FirstStart firstStart;

    @Autowired
    private LumbungSettings settings;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    /** Other tests made administrators in the same database; for a moment there are none. */
    @BeforeEach
    void noAdministrators() {
        hideAdministrators(
                "update identity.role_grant set revoked_at = 'epoch' where role = 'ADMINISTRATOR' and revoked_at is null");
    }

    @AfterEach
    void administratorsAgain() {
        clock.reset();
        hideAdministrators("update identity.role_grant set revoked_at = null where revoked_at = 'epoch'");
    }

    @Test
    void the_first_start_leaves_one_link_in_a_file_of_the_owner_and_says_where_in_two_languages(CapturedOutput output)
            throws Exception {
        firstStart.print();

        Path file = Path.of(settings.home()).resolve(FirstStart.FILE);
        assertThat(output.getAll())
                .doesNotContain("/atur/")
                .contains("belum mempunyai administrator")
                .contains("has no administrator")
                .contains(FirstStart.FILE);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file)).startsWith(settings.publicUrl() + "/atur/");
    }

    @Test
    void at_a_terminal_the_link_is_shown_and_the_database_does_not_know_it(CapturedOutput output) {
        firstStart.print(true);

        assertThat(output.getOut()).containsOnlyOnce("/atur/");
        String token = output.getOut().replaceAll("(?s).*/atur/(\\S+).*", "$1");
        assertThat(database.sql(
                                "select count(*) from identity.one_time_link where token_hash = convert_to(:token, 'UTF8')")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(links.find(token)).isPresent();
    }

    @Test
    void the_first_administrator_chooses_name_and_password_and_the_link_is_used_up() throws Exception {
        firstStart.print();
        Path file = Path.of(settings.home()).resolve(FirstStart.FILE);
        String link = path(Files.readString(file).strip());
        String name = "admin." + UUID.randomUUID().toString().substring(0, 8);
        browser.perform(get(link)).andExpect(status().isOk());

        browser.perform(form(link).param("signInName", name).param("fullName", "Agus Salim"))
                .andExpect(redirectedUrl("/masuk?siap"));

        assertThat(file).doesNotExist();
        browser.perform(get(link)).andExpect(status().isGone());
        browser.perform(form(link).param("signInName", name + "2").param("fullName", "Orang Lain"))
                .andExpect(status().isGone());
        assertThat(accounts.find(name + "2")).isEmpty();
        Actor administrator = accounts.actor(accounts.find(name).orElseThrow()).orElseThrow();
        assertThat(administrator.grants()).containsExactly(new Grant(Role.ADMINISTRATOR, "35.07"));
        assertThat(firstStart.linkIfNeeded()).isEmpty();
    }

    @Test
    void a_lost_link_is_replaced_by_the_next_start() throws Exception {
        String lost = path(firstStart.linkIfNeeded().orElseThrow());

        String next = path(firstStart.linkIfNeeded().orElseThrow());

        browser.perform(get(lost)).andExpect(status().isGone());
        browser.perform(get(next)).andExpect(status().isOk());
    }

    @Test
    void the_link_expires_after_a_day() throws Exception {
        String link = path(firstStart.linkIfNeeded().orElseThrow());

        clock.moveTo(TestClock.START.plus(Duration.ofHours(24)));

        browser.perform(get(link)).andExpect(status().isGone());
        browser.perform(form(link).param("signInName", "terlambat").param("fullName", "Terlambat Datang"))
                .andExpect(status().isGone());
    }

    @Test
    void everything_wrong_is_said_at_once_beside_its_field_and_the_names_stay() throws Exception {
        String link = path(firstStart.linkIfNeeded().orElseThrow());

        Document page = Jsoup.parse(browser.perform(post(link)
                        .with(csrf())
                        .param("signInName", "A B")
                        .param("fullName", "")
                        .param("password", "pendek")
                        .param("again", "lain"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("#signInName-error").text()).contains("tanpa spasi");
        assertThat(page.select("#fullName-error").text()).contains("Isi nama lengkap");
        assertThat(page.select("#password-error").text()).contains("12");
        assertThat(page.select("#signInName").val()).isEqualTo("A B");
        assertThat(page.select("#signInName").attr("aria-invalid")).isEqualTo("true");
        browser.perform(get(link)).andExpect(status().isOk());
    }

    @Test
    void a_made_up_link_leads_nowhere() throws Exception {
        browser.perform(get("/atur/" + "A".repeat(43))).andExpect(status().isGone());
    }

    @Test
    void a_reset_link_ends_the_old_password_and_every_session() throws Exception {
        UUID siti = accounts.create(new NewAccount(
                "siti." + UUID.randomUUID().toString().substring(0, 8),
                TestActors.PASSWORD,
                "Siti Aminah",
                null,
                null,
                null,
                List.of(NewGrant.of(Role.KECAMATAN_OFFICER, "35.07.13"))));
        String name = database.sql("select sign_in_name from identity.account where id = :id")
                .param("id", siti)
                .query(String.class)
                .single();
        var session = TestSignIn.session(browser.perform(TestSignIn.attempt(name, TestActors.PASSWORD, "10.0.2.1"))
                .andReturn());
        String link = path(transaction.execute(status -> links.make(OneTimeLinks.Purpose.RESET, siti)));

        browser.perform(form(link)).andExpect(redirectedUrl("/masuk?siap"));

        browser.perform(get("/akun/saya").cookie(session)).andExpect(redirectedUrl("/masuk?lanjut=%2Fakun%2Fsaya"));
        browser.perform(TestSignIn.attempt(name, TestActors.PASSWORD, "10.0.2.1"))
                .andExpect(status().isUnprocessableContent());
        browser.perform(TestSignIn.attempt(name, GOOD, "10.0.2.1")).andExpect(status().is3xxRedirection());
    }

    @Test
    void neither_password_nor_token_nor_name_is_logged(CapturedOutput output) throws Exception {
        UUID siti = accounts.create(new NewAccount(
                "wati." + UUID.randomUUID().toString().substring(0, 8),
                null,
                "Wati Lestari",
                null,
                null,
                null,
                List.of()));
        String link = path(transaction.execute(status -> links.make(OneTimeLinks.Purpose.INVITE, siti)));

        browser.perform(form(link)).andExpect(status().is3xxRedirection());
        browser.perform(TestSignIn.attempt("rahasia.sekali", "kata-yang-bocor", "10.0.2.2"))
                .andExpect(status().isUnprocessableContent());

        assertThat(output.getAll())
                .doesNotContain(GOOD)
                .doesNotContain("kata-yang-bocor")
                .doesNotContain("rahasia.sekali")
                .doesNotContain(link.substring(6))
                .doesNotContain("Wati");
    }

    private void hideAdministrators(String sql) {
        Sight.system(
                "a test without administrators",
                () -> transaction.executeWithoutResult(
                        status -> database.sql(sql).update()));
    }

    private static MockHttpServletRequestBuilder form(String link) {
        return post(link).with(csrf()).param("password", GOOD).param("again", GOOD);
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/atur/"));
    }
}
