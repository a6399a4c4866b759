package id.lumbung.licensing.regime;

import static id.lumbung.identity.TestActors.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.lumbung.LumbungTest;
import id.lumbung.identity.TestActors;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LumbungTest
class RegimePagesTest {
    @Autowired
    private MockMvc browser;

    @Autowired
    private TestActors people;

    @Autowired
    private Regimes regimes;

    @Test
    void everybody_in_the_office_reads_the_regimes_and_what_they_ask() throws Exception {
        var officer = people.kecamatanOfficer("35.07.13");

        Document all =
                page(browser.perform(get("/rezim").with(signedIn(officer))).andReturn());
        Document iumk = page(browser.perform(get("/rezim/IUMK?versi=1").with(signedIn(officer)))
                .andReturn());
        Document nib = page(browser.perform(get("/rezim/NIB-RBA/2025").with(signedIn(officer)))
                .andReturn());

        assertThat(all.select("table.list tbody tr")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(iumk.text()).contains("Tidak dipungut biaya", "503/IUMK/012/35.07.13/XI/2026", "CAMAT {kecamatan}");
        assertThat(iumk.select("svg text").eachText()).contains("Diajukan", "Izin terbit");
        assertThat(nib.text()).contains("Dicatat dan difasilitasi", "PP 28/2025");
        browser.perform(get("/rezim/ubah/IUMK").with(signedIn(officer))).andExpect(status().isForbidden());
    }

    @Test
    void an_administrator_writes_the_next_version_in_rows_of_fields() throws Exception {
        var administrator = people.administrator();
        Document form = page(browser.perform(get("/rezim/ubah/IUMK").with(signedIn(administrator)))
                .andReturn());
        RegimeVersion before = regimes.versionsOf("IUMK").getFirst();

        browser.perform(sent(form)
                        .param("source", "Peraturan Bupati contoh")
                        .param("from", "2031-01-01")
                        .param("deadlineDays", "1")
                        .param("numberTemplate", "{class}/{type}/{running:3}/{region}/{month_roman}/{year}")
                        .with(signedIn(administrator)))
                .andExpect(status().is3xxRedirection());

        RegimeVersion written = regimes.versionsOf("IUMK").getFirst();
        assertThat(written.number()).isEqualTo(before.number() + 1);
        assertThat(written.procedure().deadline().workingDays()).isEqualTo(1);
        assertThat(written.procedure().transitions())
                .isEqualTo(before.procedure().transitions());
        assertThat(written.procedure().states()).isEqualTo(before.procedure().states());
        assertThat(written.grounds()).isEqualTo(before.grounds());
        assertThat(regimes.get("IUMK", before.number())).isEqualTo(before);
    }

    @Test
    void what_cannot_work_comes_back_with_every_reason_and_everything_typed() throws Exception {
        var administrator = people.administrator();
        Document form = page(browser.perform(get("/rezim/ubah/IUMK").with(signedIn(administrator)))
                .andReturn());

        Document answer = page(browser.perform(sent(form)
                        .param("source", "")
                        .param("from", "2031-01-01")
                        .param("deadlineDays", "0")
                        .param("numberTemplate", "{running}/{tahun}")
                        .with(signedIn(administrator)))
                .andExpect(status().isUnprocessableContent())
                .andReturn());

        assertThat(answer.select(".notice-error li").eachText())
                .anyMatch(line -> line.contains("sumber hukum"))
                .anyMatch(line -> line.contains("{tahun}"))
                .anyMatch(line -> line.contains("hari kerja"));
        assertThat(answer.select("input[name=numberTemplate]").val()).isEqualTo("{running}/{tahun}");
        assertThat(answer.select("input[name=s0.code]").val()).isEqualTo("DRAFT");
    }

    /** The form as a browser would send it; what the test sets itself is left out. */
    private static MockHttpServletRequestBuilder sent(Document form) {
        MockHttpServletRequestBuilder request = post("/rezim/ubah/IUMK");
        for (Element field : form.select("form.sheet [name]")) {
            String name = field.attr("name");
            boolean mine = java.util.Set.of("source", "from", "deadlineDays", "numberTemplate")
                    .contains(name);
            boolean unticked = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            if (!unticked && !name.startsWith("_") && !mine) {
                String value = field.tagName().equals("textarea")
                        ? field.wholeText()
                        : field.tagName().equals("select")
                                ? field.select("option[selected]").attr("value")
                                : field.hasAttr("value") ? field.attr("value") : "true";
                request.param(name, value);
            }
        }
        return request;
    }

    private static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
