package id.lumbung.reference.region;

import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Answers;
import id.lumbung.reference.ReferenceProblem;
import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Suggestion;
import id.lumbung.reference.page.ImportPreview;
import id.lumbung.reference.page.RegionPage;
import id.lumbung.reference.upload.ImportPlan;
import id.lumbung.reference.upload.Uploads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /acuan/wilayah: looking regions up, suggestions for forms, import of other spellings and of BPS codes. */
@Controller
@RequestMapping("/acuan/wilayah")
public class RegionController {

    private static final int SUGGESTED = 12;
    private static final int SHOWN = 60;
    private static final int EXAMPLES = 8;

    private final Pages pages;
    private final Regions regions;
    private final RegionImports imports;
    private final Uploads uploads;
    private final LumbungSettings settings;

    public RegionController(
            Pages pages, Regions regions, RegionImports imports, Uploads uploads, LumbungSettings settings) {
        this.pages = pages;
        this.regions = regions;
        this.imports = imports;
        this.uploads = uploads;
        this.settings = settings;
    }

    @GetMapping
    public ModelAndView show(@RequestParam(defaultValue = "") String kode, @RequestParam(defaultValue = "") String q) {
        return pages.show("reference/regions", page(kode, q, null, null));
    }

    /**
     * Suggestions by name. {@code dalam} (or {@code kecamatanCode}, {@code kecamatan}) narrows to a region, {@code tingkat}
     * to a level: provinsi, kabupaten, kecamatan or desa.
     */
    @GetMapping("/cari")
    public Object suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String dalam,
            @RequestParam(defaultValue = "") String kecamatanCode,
            @RequestParam(defaultValue = "") String kecamatan,
            @RequestParam(defaultValue = "") String tingkat,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String within = !kecamatanCode.isBlank() ? kecamatanCode : !kecamatan.isBlank() ? kecamatan : dalam;
        List<Suggestion> found = regions.search(q, within.strip(), tingkat.isBlank() ? SUGGESTED : 100).stream()
                .filter(region -> tingkat.isBlank() || tingkat.equals(levelWord(region.level())))
                .limit(SUGGESTED)
                .map(this::suggestion)
                .toList();
        return Answers.suggestions(pages, "reference/_suggestions", accept, q, found);
    }

    /** The villages of a kecamatan, as options of a select or as JSON. */
    @GetMapping("/desa")
    public Object villages(
            @RequestParam(defaultValue = "") String kecamatan,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        List<Suggestion> villages = regions.villagesOf(kecamatan).stream()
                .map(village -> new Suggestion(village.code(), village.name(), village.kind()))
                .toList();
        return Answers.suggestions(pages, "reference/_villages", accept, "", villages);
    }

    @PostMapping("/alias")
    public ModelAndView previewAliases(@RequestParam MultipartFile berkas) throws IOException {
        Uploads.Upload upload = uploads.keep(RegionImports.ALIASES, name(berkas), berkas.getBytes());
        ImportPreview preview = preview(
                upload,
                imports.planAliases(upload.content()),
                alias -> alias.code() + " " + alias.alias() + " (" + alias.source() + ")");
        return pages.show("reference/regions", page("", "", preview, null));
    }

    @PostMapping("/alias/terapkan")
    public String applyAliases(@RequestParam UUID upload, RedirectAttributes attributes) {
        Uploads.Upload kept = kept(RegionImports.ALIASES, upload);
        imports.applyAliases(imports.planAliases(kept.content()).additions());
        uploads.drop(upload);
        return Pages.redirect("/acuan/wilayah", attributes, "reference.done.aliases");
    }

    @PostMapping("/bps")
    public ModelAndView previewBpsCodes(@RequestParam MultipartFile berkas) throws IOException {
        Uploads.Upload upload = uploads.keep(RegionImports.BPS, name(berkas), berkas.getBytes());
        ImportPreview preview = preview(
                upload,
                imports.planBpsCodes(upload.content()),
                code -> code.code() + " = " + code.bpsCode() + " " + code.bpsName());
        return pages.show("reference/regions", page("", "", null, preview));
    }

    @PostMapping("/bps/terapkan")
    public String applyBpsCodes(@RequestParam UUID upload, RedirectAttributes attributes) {
        Uploads.Upload kept = kept(RegionImports.BPS, upload);
        imports.applyBpsCodes(imports.planBpsCodes(kept.content()).additions());
        uploads.drop(upload);
        return Pages.redirect("/acuan/wilayah", attributes, "reference.done.bps");
    }

    private Uploads.Upload kept(String part, UUID upload) {
        return uploads.find(part, upload)
                .orElseThrow(() -> new Refused(ReferenceProblem.UPLOAD_GONE, "reference.upload.gone"));
    }

    public static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "-" : name;
    }

    public static <T> ImportPreview preview(Uploads.Upload upload, ImportPlan<T> plan, Function<T, String> written) {
        return new ImportPreview(
                upload.id(),
                upload.fileName(),
                plan.additions().size(),
                plan.known(),
                plan.leftOut(),
                plan.additions().stream().limit(EXAMPLES).map(written).toList(),
                plan.problems());
    }

    private RegionPage page(String code, String words, @Nullable ImportPreview aliases, @Nullable ImportPreview bps) {
        Region region = regions.find(code.isBlank() ? settings.regency() : code.strip())
                .orElseGet(() -> regions.get(settings.regency()));
        List<Region> below =
                words.isBlank() ? regions.kecamatanOf(region.code()) : regions.search(words, region.code(), SHOWN);
        List<RegionPage.Line> lines = below.stream()
                .map(each -> new RegionPage.Line(
                        each,
                        regions.find(each.parentCode()).map(Region::fullName).orElse(""),
                        regions.bpsCode(each.code()).orElse(""),
                        String.join(", ", regions.aliasesOf(each.code()))))
                .toList();
        return new RegionPage(words, region, above(region), lines, aliases, bps);
    }

    private List<Region> above(Region region) {
        List<Region> above = new ArrayList<>();
        Region at = region;
        while (true) {
            above.addFirst(at);
            if (at.parentCode().isEmpty()) {
                return above;
            }
            at = regions.get(at.parentCode());
        }
    }

    private Suggestion suggestion(Region region) {
        String place = region.parentCode().isEmpty()
                ? ""
                : regions.find(region.parentCode()).map(Region::fullName).orElse("");
        String note = region.kind() + (place.isEmpty() ? "" : " · " + place) + " · " + region.code();
        return new Suggestion(region.code(), region.name(), note);
    }

    private static String levelWord(RegionLevel level) {
        return switch (level) {
            case PROVINCE -> "provinsi";
            case REGENCY -> "kabupaten";
            case KECAMATAN -> "kecamatan";
            case VILLAGE -> "desa";
        };
    }
}
