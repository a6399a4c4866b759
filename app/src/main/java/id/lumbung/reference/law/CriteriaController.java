package id.lumbung.reference.law;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.CombinationRule;
import id.lumbung.reference.Measure;
import id.lumbung.reference.Settings;
import id.lumbung.reference.SizeClass;
import id.lumbung.reference.SizeCriteria;
import id.lumbung.reference.SizeCriterion;
import id.lumbung.reference.Typed;
import id.lumbung.reference.page.CriteriaPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /acuan/kriteria: what micro, small and medium mean, by which law and since when. */
@Controller
@RequestMapping("/acuan/kriteria")
public class CriteriaController {

    private static final int LONGEST_LAW = 100;
    private static final int LONGEST_REASON = 300;

    private final Pages pages;
    private final SizeCriteria criteria;
    private final CriteriaEditing editing;
    private final Settings settings;
    private final Clock clock;

    public CriteriaController(
            Pages pages, SizeCriteria criteria, CriteriaEditing editing, Settings settings, Clock clock) {
        this.pages = pages;
        this.criteria = criteria;
        this.editing = editing;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    public ModelAndView show(HttpServletRequest request) {
        return pages.show("reference/criteria", page(request, Map.of(), new FieldProblems()));
    }

    @PostMapping
    public Object add(
            @RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes attributes) {
        FieldProblems problems = new FieldProblems();
        String law = Typed.text("dasar", typed.getOrDefault("dasar", ""), LONGEST_LAW, problems);
        String article = Typed.text("pasal", typed.getOrDefault("pasal", ""), LONGEST_LAW, problems);
        LocalDate from = Typed.date("mulai", typed.getOrDefault("mulai", ""), problems);
        Measure measure = Typed.choice("ukuran", typed.getOrDefault("ukuran", ""), Measure.values(), problems);
        SizeClass sizeClass = Typed.choice("kelas", typed.getOrDefault("kelas", ""), SizeClass.values(), problems);
        long atMost = Typed.number("batas", typed.getOrDefault("batas", ""), problems);
        if (sizeClass == SizeClass.LARGE) {
            problems.add("kelas", "reference.criteria.large");
        }
        if (from != null && measure != null && sizeClass != null && editing.overlaps(measure, sizeClass, from)) {
            problems.add("mulai", "reference.criteria.overlap");
        }
        if (!problems.isEmpty() || from == null || measure == null || sizeClass == null) {
            return pages.invalid("reference/criteria", page(request, typed, problems));
        }
        editing.add(new SizeCriterion(law, article, from, null, measure, sizeClass, atMost));
        return Pages.redirect("/acuan/kriteria", attributes, "reference.done.criterion");
    }

    @PostMapping("/akhiri")
    public Object end(
            @RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes attributes) {
        FieldProblems problems = new FieldProblems();
        LocalDate last = Typed.date("akhir", typed.getOrDefault("akhir", ""), problems);
        if (last != null && editing.end(typed.getOrDefault("hukum", ""), last) == 0) {
            problems.add("akhir", "reference.criteria.nothing-ended");
        }
        if (!problems.isEmpty()) {
            return pages.invalid("reference/criteria", page(request, typed, problems));
        }
        return Pages.redirect("/acuan/kriteria", attributes, "reference.done.criteria-ended");
    }

    @PostMapping("/aturan")
    public Object rule(
            @RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes attributes) {
        FieldProblems problems = new FieldProblems();
        CombinationRule rule =
                Typed.choice("aturan", typed.getOrDefault("aturan", ""), CombinationRule.values(), problems);
        LocalDate from = Typed.date("sejak", typed.getOrDefault("sejak", ""), problems);
        String reason = Typed.text("alasan", typed.getOrDefault("alasan", ""), LONGEST_REASON, problems);
        if (!problems.isEmpty() || rule == null || from == null) {
            return pages.invalid("reference/criteria", page(request, typed, problems));
        }
        editing.setRule(rule, from, reason);
        return Pages.redirect("/acuan/kriteria", attributes, "reference.done.rule-set");
    }

    private CriteriaPage page(HttpServletRequest request, Map<String, String> typed, FieldProblems problems) {
        Texts texts = pages.texts(request);
        LocalDate today = LocalDate.now(clock);
        List<SizeCriterion> rows = criteria.all();
        return new CriteriaPage(
                today,
                rows,
                editing.rules(),
                settings.combinationRule(today).name(),
                choices(texts, "reference.rule.", CombinationRule.values()),
                choices(texts, "reference.measure.", Measure.values()),
                choices(texts, "reference.class.", SizeClass.MICRO, SizeClass.SMALL, SizeClass.MEDIUM),
                rows.stream()
                        .filter(row -> row.to() == null)
                        .map(SizeCriterion::law)
                        .distinct()
                        .toList(),
                typed,
                problems);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the values are read only
    private static <E extends Enum<E>> List<Choice> choices(Texts texts, String beginning, E... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(
                        value.name(), texts.t(beginning + value.name().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
