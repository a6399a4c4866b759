package id.lumbung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class TagsTest {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    @Test
    void a_wrong_field_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
        FieldProblems problems = new FieldProblems().add("nik", "platform.error.conflict");

        Document page = render(
                "tag/field",
                Map.of("screen", screen("id"), "name", "nik", "label", "NIK", "value", "35<07", "problems", problems));

        assertThat(page.select("input#nik").val()).isEqualTo("35<07");
        assertThat(page.select("input#nik").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#" + page.select("input#nik").attr("aria-describedby"))
                        .text())
                .startsWith("Data ini baru saja diubah");
    }

    @Test
    void a_field_without_problems_carries_no_empty_attributes() {
        Document page = render("tag/field", Map.of("screen", screen("id"), "name", "nik", "label", "NIK"));

        assertThat(page.select("input").hasAttr("aria-invalid")).isFalse();
        assertThat(page.select("input").hasAttr("aria-describedby")).isFalse();
        assertThat(page.select("input").hasAttr("readonly")).isFalse();
    }

    @Test
    void the_error_summary_counts_and_leads_to_the_fields() {
        FieldProblems problems =
                new FieldProblems().add("nik", "platform.error.conflict").add("name", "platform.error.conflict");

        Document page = render("tag/errorSummary", Map.of("screen", screen("id"), "problems", problems));

        assertThat(page.select("h2").text()).isEqualTo("Ada 2 isian yang perlu diperbaiki");
        assertThat(page.select("li a").eachAttr("href")).containsExactly("#nik", "#name");
    }

    @Test
    void the_first_of_several_choices_is_where_the_error_summary_leads() {
        Document page = render(
                "tag/choices",
                Map.of(
                        "screen",
                        screen("en"),
                        "name",
                        "sectors",
                        "legend",
                        "Sectors",
                        "multiple",
                        true,
                        "choices",
                        List.of(new Choice("FOOD", "Food"), new Choice("CRAFT", "Craft", "Wood, bamboo")),
                        "selected",
                        Set.of("CRAFT")));

        assertThat(page.select("input").eachAttr("id")).containsExactly("sectors", "sectors-CRAFT");
        assertThat(page.select("input[checked]").val()).isEqualTo("CRAFT");
    }

    @Test
    void pages_of_a_list_name_their_range() {
        Document page = render(
                "tag/pagination",
                Map.of("screen", screen("id"), "page", 3, "pageSize", 20, "total", 412L, "href", "/izin?halaman="));

        assertThat(page.select("p").text()).isEqualTo("41–60 dari 412");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/izin?halaman=4");
    }

    @Test
    void the_officer_sees_only_the_ways_open_to_her() {
        Document page =
                render("platform/layout", Map.of("screen", screen("id"), "title", "Beranda", "content", (gg.jte.Content)
                        output -> output.writeContent("<h1>Beranda</h1>")));

        assertThat(page.select(".ways a").eachText()).containsExactly("Beranda", "Permohonan", "Izin", "Usaha");
        assertThat(page.select(".ways a[aria-current=page]").text()).isEqualTo("Beranda");
        assertThat(page.select("form[action=/keluar] input[name=_csrf]").val()).isEqualTo("secret");
        assertThat(page.select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void a_file_says_its_limit_in_the_language_of_the_reader() {
        Document page =
                render("tag/upload", Map.of("screen", screen("id"), "name", "KTP", "label", "KTP", "camera", true));

        assertThat(page.select("[data-upload]").attr("data-too-large")).startsWith("Berkas ini lebih besar dari 8 MB");
        assertThat(page.select("[data-upload]").hasAttr("data-url")).isFalse();
        assertThat(page.select("input").attr("capture")).isEqualTo("environment");
    }

    @Test
    void a_combobox_shows_the_problem_of_its_code_beside_its_words() {
        FieldProblems problems = new FieldProblems().add("villageCode", "platform.error.conflict");

        Document page = render(
                "tag/combobox",
                Map.of(
                        "screen", screen("id"),
                        "name", "villageName",
                        "label", "Desa",
                        "url", "/saran",
                        "codeName", "villageCode",
                        "value", "Ngadi",
                        "problems", problems));

        assertThat(page.select("#villageName").val()).isEqualTo("Ngadi");
        assertThat(page.select("#villageName").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("input[type=hidden][name=villageCode]").val()).isEmpty();
    }

    @Test
    void personal_data_are_masked_until_asked_for_by_a_post() {
        Document page = render(
                "tag/masked",
                Map.of(
                        "screen",
                        screen("id"),
                        "text",
                        "3507••••••••0003",
                        "action",
                        "/usaha/1/buka",
                        "field",
                        "nik",
                        "what",
                        "NIK"));

        assertThat(page.select("form").attr("method")).isEqualTo("post");
        assertThat(page.select("button").text()).isEqualTo("Tampilkan NIK");
    }

    @Test
    void the_other_tags_render_with_the_least_they_are_given() {
        Screen screen = screen("en");
        gg.jte.Content words = output -> output.writeContent("Words");
        List<Choice> choices = List.of(new Choice("A", "First"));

        assertThat(render(
                                "tag/select",
                                Map.of("screen", screen, "name", "n", "label", "L", "choices", choices, "value", "A"))
                        .select("option[selected]")
                        .text())
                .isEqualTo("First");
        assertThat(render("tag/textarea", Map.of("screen", screen, "name", "n", "label", "L", "value", "<b>"))
                        .select("textarea")
                        .text())
                .isEqualTo("<b>");
        assertThat(render("tag/money", Map.of("screen", screen, "name", "n", "label", "L", "value", 12_500_000L))
                        .select("input")
                        .val())
                .isEqualTo("12500000");
        assertThat(render("tag/saved", Map.of("screen", screen, "time", "10:41"))
                        .text())
                .isEqualTo("Saved at 10:41");
        assertThat(render("tag/saved", Map.of("screen", screen)).select("p").attr("data-text-saved"))
                .isEqualTo("Saved at {time}");
        assertThat(render("tag/notice", Map.of("content", words, "kind", "warning"))
                        .select(".notice-warning")
                        .hasAttr("role"))
                .isFalse();
        assertThat(render("tag/badge", Map.of("text", "Draft")).text()).isEqualTo("Draft");
        assertThat(render("tag/empty", Map.of("title", "Nothing")).text()).isEqualTo("Nothing");
        assertThat(render(
                                "tag/timelineItem",
                                Map.of("datetime", "2026-11-24", "when", "24 November 2026", "title", "Issued"))
                        .select("time")
                        .attr("datetime"))
                .isEqualTo("2026-11-24");
        assertThat(render("tag/pageHead", Map.of("title", "Head", "actions", words))
                        .select(".actions")
                        .text())
                .isEqualTo("Words");
    }

    private Document render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", new HashMap<>(parameters), output);
        return Jsoup.parse(output.toString());
    }

    private static Screen screen(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Texts.INDONESIAN);
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Screen(
                new Texts(messages, Locale.of(language)),
                "/beranda",
                "_csrf",
                "secret",
                "Sri Wahyuni",
                Set.of("SEE_APPLICATIONS", "SEE_LICENCES", "SEE_REGISTER")::contains,
                null);
    }
}
