package id.lumbung.reference.calendar;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Holiday;
import id.lumbung.reference.HolidayCalendar;
import id.lumbung.reference.HolidayKind;
import id.lumbung.reference.ReferenceProblem;
import id.lumbung.reference.Typed;
import id.lumbung.reference.WorkingDays;
import id.lumbung.reference.page.HolidaysPage;
import id.lumbung.reference.page.ImportPreview;
import id.lumbung.reference.region.RegionController;
import id.lumbung.reference.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /acuan/libur: public holidays and joint leave, year by year. */
@Controller
@RequestMapping("/acuan/libur")
public class HolidayController {

    private static final int LONGEST_NAME = 120;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Pages pages;
    private final Holidays holidays;
    private final WorkingDays workingDays;
    private final Uploads uploads;
    private final Clock clock;

    public HolidayController(Pages pages, Holidays holidays, WorkingDays workingDays, Uploads uploads, Clock clock) {
        this.pages = pages;
        this.holidays = holidays;
        this.workingDays = workingDays;
        this.uploads = uploads;
        this.clock = clock;
    }

    @GetMapping
    public ModelAndView show(@RequestParam(defaultValue = "0") int tahun, HttpServletRequest request) {
        return pages.show("reference/holidays", page(request, tahun, null, Map.of(), new FieldProblems()));
    }

    @PostMapping
    public Object enter(
            @RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes attributes) {
        FieldProblems problems = new FieldProblems();
        LocalDate day = Typed.date("tanggal", typed.getOrDefault("tanggal", ""), problems);
        String name = Typed.text("nama", typed.getOrDefault("nama", ""), LONGEST_NAME, problems);
        HolidayKind kind = Typed.choice("jenis", typed.getOrDefault("jenis", ""), HolidayKind.values(), problems);
        String source = Typed.text("sumber", typed.getOrDefault("sumber", ""), LONGEST_NAME, problems);
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            problems.add("tanggal", "reference.form.date");
        } else if (day != null && holidays.isThere(day)) {
            problems.add("tanggal", "reference.holidays.there");
        }
        if (!problems.isEmpty() || day == null || kind == null) {
            return pages.invalid("reference/holidays", page(request, 0, null, typed, problems));
        }
        holidays.enter(new Holiday(day, name, kind, source));
        return Pages.redirect("/acuan/libur?tahun=" + day.getYear(), attributes, "reference.done.holiday");
    }

    @PostMapping("/hapus")
    public String remove(@RequestParam LocalDate tanggal, RedirectAttributes attributes) {
        holidays.remove(tanggal);
        return Pages.redirect("/acuan/libur?tahun=" + tanggal.getYear(), attributes, "reference.done.holiday-removed");
    }

    @PostMapping("/impor")
    public ModelAndView preview(@RequestParam MultipartFile berkas, HttpServletRequest request) throws IOException {
        Uploads.Upload upload = uploads.keep(Holidays.PART, RegionController.name(berkas), berkas.getBytes());
        Texts texts = pages.texts(request);
        ImportPreview preview = RegionController.preview(
                upload, holidays.plan(upload.content()), day -> texts.date(day.day()) + ": " + day.name());
        return pages.show("reference/holidays", page(request, 0, preview, Map.of(), new FieldProblems()));
    }

    @PostMapping("/impor/terapkan")
    public String apply(@RequestParam UUID upload, RedirectAttributes attributes) {
        Uploads.Upload kept = uploads.find(Holidays.PART, upload)
                .orElseThrow(() -> new Refused(ReferenceProblem.UPLOAD_GONE, "reference.upload.gone"));
        List<Holiday> additions = holidays.plan(kept.content()).additions();
        holidays.apply(additions);
        uploads.drop(upload);
        int year = additions.isEmpty() ? 0 : additions.getFirst().day().getYear();
        return Pages.redirect("/acuan/libur?tahun=" + year, attributes, "reference.done.holidays");
    }

    private HolidaysPage page(
            HttpServletRequest request,
            int wanted,
            @Nullable ImportPreview preview,
            Map<String, String> typed,
            FieldProblems problems) {
        Texts texts = pages.texts(request);
        LocalDate today = LocalDate.now(clock);
        int year = wanted < FIRST_YEAR || wanted > LAST_YEAR ? today.getYear() : wanted;
        HolidayCalendar calendar = workingDays.calendar();
        TreeSet<Integer> years = new TreeSet<>(calendar.knownYears());
        years.add(today.getYear());
        years.add(today.getYear() + 1);
        years.add(year);
        return new HolidaysPage(
                year,
                List.copyOf(years),
                holidays.ofYear(year),
                calendar.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)),
                calendar.missingYear(today).orElse(null),
                preview,
                List.of(
                        new Choice(HolidayKind.PUBLIC.name(), texts.t("reference.holidays.public")),
                        new Choice(HolidayKind.JOINT_LEAVE.name(), texts.t("reference.holidays.joint-leave"))),
                typed,
                problems);
    }
}
