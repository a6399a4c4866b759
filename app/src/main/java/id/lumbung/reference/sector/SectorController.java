package id.lumbung.reference.sector;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Refused;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliVersion;
import id.lumbung.reference.ReferenceProblem;
import id.lumbung.reference.Sector;
import id.lumbung.reference.Sectors;
import id.lumbung.reference.page.SectorPage;
import id.lumbung.reference.page.SectorsPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /acuan/sektor: the office's own grouping of activities. */
@Controller
@RequestMapping("/acuan/sektor")
public class SectorController {

    private static final int LONGEST_NAME = 80;

    private final Pages pages;
    private final Sectors sectors;
    private final SectorEditing editing;
    private final Kbli kbli;
    private final Clock clock;

    public SectorController(Pages pages, Sectors sectors, SectorEditing editing, Kbli kbli, Clock clock) {
        this.pages = pages;
        this.sectors = sectors;
        this.editing = editing;
        this.kbli = kbli;
        this.clock = clock;
    }

    @GetMapping
    public ModelAndView list() {
        return pages.show("reference/sectors", new SectorsPage(editing.lines(), "", "", "", new FieldProblems()));
    }

    @PostMapping
    public Object add(
            @RequestParam(defaultValue = "") String kode,
            @RequestParam(defaultValue = "") String namaId,
            @RequestParam(defaultValue = "") String namaEn,
            RedirectAttributes attributes) {
        FieldProblems problems = names(namaId, namaEn);
        if (!kode.strip().matches("[a-z][a-z0-9-]{1,40}")) {
            problems.add("kode", "reference.sector.code-form");
        } else if (sectors.find(kode.strip()).isPresent()) {
            problems.add("kode", "reference.sector.taken", kode.strip());
        }
        if (!problems.isEmpty()) {
            return pages.invalid("reference/sectors", new SectorsPage(editing.lines(), kode, namaId, namaEn, problems));
        }
        editing.add(new Sector(kode.strip(), namaId.strip(), namaEn.strip()));
        return Pages.redirect("/acuan/sektor/" + kode.strip(), attributes, "reference.done.sector-added");
    }

    @GetMapping("/{kode}")
    public ModelAndView one(@PathVariable String kode) {
        Sector sector = get(kode);
        return pages.show("reference/sector", page(sector, sector.nameId(), sector.nameEn(), "", new FieldProblems()));
    }

    @PostMapping("/{kode}")
    public Object rename(
            @PathVariable String kode,
            @RequestParam(defaultValue = "") String namaId,
            @RequestParam(defaultValue = "") String namaEn,
            RedirectAttributes attributes) {
        Sector sector = get(kode);
        FieldProblems problems = names(namaId, namaEn);
        if (!problems.isEmpty()) {
            return pages.invalid("reference/sector", page(sector, namaId, namaEn, "", problems));
        }
        editing.rename(new Sector(sector.code(), namaId.strip(), namaEn.strip()));
        return Pages.redirect("/acuan/sektor/" + kode, attributes, "reference.done.sector-renamed");
    }

    @PostMapping("/{kode}/pensiun")
    public String retire(@PathVariable String kode, @RequestParam boolean pensiun, RedirectAttributes attributes) {
        editing.retire(get(kode).code(), pensiun);
        return Pages.redirect(
                "/acuan/sektor",
                attributes,
                pensiun ? "reference.done.sector-retired" : "reference.done.sector-restored");
    }

    @PostMapping("/{kode}/kbli")
    public Object addRule(
            @PathVariable String kode,
            @RequestParam(defaultValue = "") String versi,
            @RequestParam(defaultValue = "") String awalan,
            RedirectAttributes attributes) {
        Sector sector = get(kode);
        FieldProblems problems = new FieldProblems();
        String prefix = awalan.strip();
        if (!prefix.matches("\\d{2,5}")) {
            problems.add("awalan", "reference.sector.prefix-form");
        } else if (prefix.length() == 5 && kbli.find(versi, prefix).isEmpty()) {
            problems.add("awalan", "reference.kbli.unknown", prefix, versi);
        }
        if (kbli.versions().stream().noneMatch(version -> version.code().equals(versi))) {
            problems.add("versi", "reference.kbli.no-version");
        }
        if (!problems.isEmpty()) {
            return pages.invalid("reference/sector", page(sector, sector.nameId(), sector.nameEn(), awalan, problems));
        }
        editing.addRule(sector.code(), versi, prefix);
        return Pages.redirect("/acuan/sektor/" + kode, attributes, "reference.done.rule-added");
    }

    @PostMapping("/{kode}/kbli/hapus")
    public String removeRule(
            @PathVariable String kode,
            @RequestParam String versi,
            @RequestParam String awalan,
            RedirectAttributes attributes) {
        editing.removeRule(get(kode).code(), versi, awalan);
        return Pages.redirect("/acuan/sektor/" + kode, attributes, "reference.done.rule-removed");
    }

    private static FieldProblems names(String nameId, String nameEn) {
        FieldProblems problems = new FieldProblems();
        for (String[] field : new String[][] {{"namaId", nameId}, {"namaEn", nameEn}}) {
            if (field[1].isBlank()) {
                problems.add(field[0], "reference.sector.name-empty");
            } else if (field[1].length() > LONGEST_NAME) {
                problems.add(field[0], "reference.sector.name-long", LONGEST_NAME);
            }
        }
        return problems;
    }

    private SectorPage page(Sector sector, String nameId, String nameEn, String prefix, FieldProblems problems) {
        List<String> versions = kbli.versions().stream().map(KbliVersion::code).toList();
        return new SectorPage(
                sector,
                editing.retired(sector.code()),
                editing.rules(sector.code()),
                nameId,
                nameEn,
                kbli.versionInForce(LocalDate.now(clock)).code(),
                prefix,
                versions,
                problems);
    }

    private Sector get(String code) {
        return sectors.find(code)
                .orElseThrow(() -> new Refused(ReferenceProblem.UNKNOWN_CODE, "reference.sector.unknown", code));
    }
}
