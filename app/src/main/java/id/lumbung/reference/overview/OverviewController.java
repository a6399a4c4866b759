package id.lumbung.reference.overview;

import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Changes;
import id.lumbung.reference.HolidayCalendar;
import id.lumbung.reference.Sectors;
import id.lumbung.reference.Settings;
import id.lumbung.reference.SizeCriteria;
import id.lumbung.reference.SizeCriterion;
import id.lumbung.reference.WorkingDays;
import id.lumbung.reference.page.OverviewPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** /acuan: what is loaded, from where, and who changed it. */
@Controller
class OverviewController {

    private static final int NEWEST = 10;

    private final Pages pages;
    private final OverviewQueries queries;
    private final Sectors sectors;
    private final SizeCriteria criteria;
    private final Settings settings;
    private final WorkingDays workingDays;
    private final Changes changes;
    private final Clock clock;

    OverviewController(
            Pages pages,
            OverviewQueries queries,
            Sectors sectors,
            SizeCriteria criteria,
            Settings settings,
            WorkingDays workingDays,
            Changes changes,
            Clock clock) {
        this.pages = pages;
        this.queries = queries;
        this.sectors = sectors;
        this.criteria = criteria;
        this.settings = settings;
        this.workingDays = workingDays;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/acuan")
    ModelAndView show() {
        LocalDate today = LocalDate.now(clock);
        List<SizeCriterion> inForce = criteria.inForce(today);
        HolidayCalendar calendar = workingDays.calendar();
        return pages.show(
                "reference/overview",
                new OverviewPage(
                        queries.regions(),
                        queries.editions(),
                        sectors.all().size(),
                        inForce.size(),
                        inForce.stream().map(SizeCriterion::law).distinct().collect(Collectors.joining(", ")),
                        "reference.rule."
                                + settings.combinationRule(today).name().toLowerCase(Locale.ROOT),
                        calendar.knownYears().stream().sorted().toList(),
                        calendar.missingYear(today).orElse(null),
                        today,
                        changes.newest("", NEWEST)));
    }
}
