package id.lumbung.licensing.statement;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LumbungTest
class CheckPageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc browser;

    @Autowired
    private Statements statements;

    @Autowired
    private TestActors actors;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void the_page_is_for_everybody_names_nothing_and_says_what_to_do_without_a_script() throws Exception {
        MvcResult answer = browser.perform(get("/c")).andExpect(status().isOk()).andReturn();

        Document page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select("noscript").html()).contains("kantor kecamatan");
        assertThat(page.select("template[data-verdict=revoked]")).hasSize(1);
        assertThat(answer.getRequest().getSession(false)).isNull();
        browser.perform(get("/cek")).andExpect(redirectedUrl("/c"));
    }

    @Test
    void both_lists_are_the_same_for_everybody_and_may_be_kept_for_a_while() throws Exception {
        browser.perform(get("/c/keys.json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=3600, public"));
        MvcResult list = browser.perform(get("/c/status.json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=300, public"))
                .andReturn();
        String tag = String.valueOf(list.getResponse().getHeader("ETag"));
        browser.perform(get("/c/status.json").header("If-None-Match", tag)).andExpect(status().isNotModified());
        assertThat(json("/c/keys.json").get("issuer").asString()).isEqualTo("Pemerintah Kabupaten Malang");
        assertThat(json("/c/status.json").get("asOf").asString()).isEqualTo("2026-11-24T02:00:00Z");
    }

    @Test
    void a_statement_verifies_with_the_published_key_also_after_the_key_was_replaced() throws Exception {
        SignedStatement before = sign("503/IUMK/001/35.07.13/XI/2026");
        Actor administrator = actors.administrator();

        browser.perform(post("/izin/kunci").param("sure", "true").with(signedIn(administrator)))
                .andExpect(redirectedUrl("/izin/kunci"));
        SignedStatement after = sign("503/IUMK/002/35.07.13/XI/2026");

        assertThat(after.kid()).isNotEqualTo(before.kid());
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
        Document page = Jsoup.parse(browser.perform(get("/izin/kunci").with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("table.list .badge-ok")).hasSize(1);
        assertThat(page.text()).contains(before.kid(), after.kid());
    }

    @Test
    void the_key_is_replaced_only_by_an_administrator_who_is_sure() throws Exception {
        browser.perform(post("/izin/kunci").param("sure", "true").with(signedIn(actors.camat("35.07.13"))))
                .andExpect(status().isForbidden());
        MvcResult unsure = browser.perform(post("/izin/kunci").with(signedIn(actors.administrator())))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        assertThat(Jsoup.parse(unsure.getResponse().getContentAsString())
                        .select("#sure-error")
                        .text())
                .contains("Beri tanda");
    }

    @Test
    void the_list_says_two_bits_of_each_sheet() throws Exception {
        int[] places = new int[4];
        for (SheetState state : SheetState.values()) {
            SignedStatement signed = sign("503/IUMK/10" + state.ordinal() + "/35.07.13/XI/2026");
            places[state.ordinal()] = signed.statusIndex();
            CurrentActor.runAs(
                    actors.camat("35.07.13"),
                    () -> transaction.executeWithoutResult(status -> statements.mark(signed.statusIndex(), state)));
        }

        byte[] list =
                Base64.getDecoder().decode(json("/c/status.json").get("list").asString());

        for (SheetState state : SheetState.values()) {
            int place = places[state.ordinal()];
            assertThat((list[place / 4] >> (place % 4 * 2)) & 3).isEqualTo(state.ordinal());
        }
    }

    @Test
    void an_officer_of_a_kecamatan_sees_no_key_in_the_database_and_nobody_sees_one_in_clear() {
        CurrentActor.runAs(
                actors.camat("35.07.13"),
                () -> transaction.executeWithoutResult(
                        status -> assertThat(database.sql("select count(*) from licensing.signing_key")
                                        .query(Long.class)
                                        .single())
                                .isZero()));
        CurrentActor.runAs(
                actors.dinasOfficer(),
                () -> transaction.executeWithoutResult(status -> assertThat(
                                database.sql("select private_key from licensing.signing_key limit 1")
                                        .query(byte[].class)
                                        .single())
                        .satisfies(bytes -> org.assertj.core.api.Assertions.assertThatThrownBy(
                                        () -> Signatures.privateKey(bytes))
                                .isInstanceOf(IllegalStateException.class))));
    }

    private SignedStatement sign(String number) {
        return CurrentActor.runAs(
                actors.camat("35.07.13"),
                () -> transaction.execute(status -> statements.sign(new StatementFacts(
                        "35.07.13", "Kepanjen", number, "Keripik Tempe", LocalDate.of(2026, 11, 24), null))));
    }

    private boolean verifies(SignedStatement statement) throws Exception {
        for (JsonNode key : json("/c/keys.json").get("keys")) {
            if (key.get("kid").asString().equals(statement.kid())) {
                StatementFormat.Signed signed = StatementFormat.signed(statement.digits());
                return Signatures.verify(publicKey(key), signed.payload(), signed.signature());
            }
        }
        return false;
    }

    private static ECPublicKey publicKey(JsonNode key) throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(name).asString()));
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(
                browser.perform(get(path)).andReturn().getResponse().getContentAsString());
    }
}
