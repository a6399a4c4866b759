package id.lumbung.reference.kbli;

import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Answers;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.KbliCode;
import id.lumbung.reference.KbliVersion;
import id.lumbung.reference.ReferenceProblem;
import id.lumbung.reference.Sector;
import id.lumbung.reference.Sectors;
import id.lumbung.reference.Suggestion;
import id.lumbung.reference.page.ImportPreview;
import id.lumbung.reference.page.KbliCodePage;
import id.lumbung.reference.page.KbliPage;
import id.lumbung.reference.region.RegionController;
import id.lumbung.reference.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /acuan/kbli: the classification, its everyday words, and the import of complete lists. */
@Controller
@RequestMapping("/acuan/kbli")
public class KbliController {

    private static final int SUGGESTED = 10;
    private static final int SHOWN = 30;
    private static final int LONGEST_WORDS = 300;

    private final Pages pages;
    private final Kbli kbli;
    private final KbliQueries queries;
    private final KbliImport imports;
    private final KbliWords words;
    private final Sectors sectors;
    private final Uploads uploads;
    private final Clock clock;

    public KbliController(
            Pages pages,
            Kbli kbli,
            KbliQueries queries,
            KbliImport imports,
            KbliWords words,
            Sectors sectors,
            Uploads uploads,
            Clock clock) {
        this.pages = pages;
        this.kbli = kbli;
        this.queries = queries;
        this.imports = imports;
        this.words = words;
        this.sectors = sectors;
        this.uploads = uploads;
        this.clock = clock;
    }

    @GetMapping
    public ModelAndView show(
            @RequestParam(defaultValue = "") String versi,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int halaman) {
        return pages.show("reference/kbli", page(version(versi), q, Math.max(1, halaman), null));
    }

    /** Suggestions for what people say they do. Without {@code versi}: the version in force today. */
    @GetMapping("/cari")
    public Object suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String versi,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        Map<String, String> names = sectorNames(pages.texts(request));
        List<Suggestion> found = kbli.search(q, version(versi).code(), SUGGESTED).stream()
                .map(hit -> new Suggestion(
                        hit.kbli().code(),
                        hit.kbli().code() + " " + hit.kbli().title(),
                        "KBLI " + hit.kbli().version() + " · "
                                + hit.sectors().stream()
                                        .sorted()
                                        .map(sector -> names.getOrDefault(sector, sector))
                                        .collect(Collectors.joining(", "))))
                .toList();
        return Answers.suggestions(pages, "reference/_suggestions", accept, q, found);
    }

    @PostMapping("/impor")
    public ModelAndView preview(@RequestParam String versi, @RequestParam MultipartFile berkas) throws IOException {
        KbliVersion version = version(versi);
        Uploads.Upload upload =
                uploads.keep(KbliImport.PART + version.code(), RegionController.name(berkas), berkas.getBytes());
        ImportPreview preview = RegionController.preview(
                upload, imports.plan(version.code(), upload.content()), row -> row.code() + " " + row.title());
        return pages.show("reference/kbli", page(version, "", 1, preview));
    }

    @PostMapping("/impor/terapkan")
    public String apply(@RequestParam String versi, @RequestParam UUID upload, RedirectAttributes attributes) {
        KbliVersion version = version(versi);
        Uploads.Upload kept = uploads.find(KbliImport.PART + version.code(), upload)
                .orElseThrow(() -> new Refused(ReferenceProblem.UPLOAD_GONE, "reference.upload.gone"));
        imports.apply(
                version.code(),
                kept.fileName(),
                imports.plan(version.code(), kept.content()).additions());
        uploads.drop(upload);
        return Pages.redirect("/acuan/kbli?versi=" + version.code(), attributes, "reference.done.kbli");
    }

    @GetMapping("/{versi}/{kode}")
    public ModelAndView code(@PathVariable String versi, @PathVariable String kode) {
        return pages.show("reference/kbli-code", codePage(get(versi, kode), "", new FieldProblems()));
    }

    @PostMapping("/{versi}/{kode}/kata")
    public Object addWords(
            @PathVariable String versi,
            @PathVariable String kode,
            @RequestParam(defaultValue = "") String kata,
            RedirectAttributes attributes) {
        KbliCode code = get(versi, kode);
        FieldProblems problems = new FieldProblems();
        if (kata.isBlank()) {
            problems.add("kata", "reference.words.empty");
        } else if (kata.length() > LONGEST_WORDS) {
            problems.add("kata", "reference.words.long", LONGEST_WORDS);
        }
        if (!problems.isEmpty()) {
            return pages.invalid("reference/kbli-code", codePage(code, kata, problems));
        }
        words.add(code.version(), code.code(), kata.strip());
        return Pages.redirect("/acuan/kbli/" + code.version() + "/" + code.code(), attributes, "reference.done.words");
    }

    @PostMapping("/{versi}/{kode}/kata/hapus")
    public String removeWords(
            @PathVariable String versi,
            @PathVariable String kode,
            @RequestParam UUID id,
            RedirectAttributes attributes) {
        KbliCode code = get(versi, kode);
        words.remove(code.version(), code.code(), id);
        return Pages.redirect(
                "/acuan/kbli/" + code.version() + "/" + code.code(), attributes, "reference.done.words-removed");
    }

    private KbliCode get(String version, String code) {
        return kbli.find(version, code)
                .orElseThrow(() -> new Refused(ReferenceProblem.UNKNOWN_CODE, "reference.kbli.unknown", code, version));
    }

    private KbliVersion version(String code) {
        return kbli.versions().stream()
                .filter(version -> version.code().equals(code))
                .findFirst()
                .orElseGet(() -> kbli.versionInForce(LocalDate.now(clock)));
    }

    private KbliPage page(KbliVersion version, String words, int page, @Nullable ImportPreview preview) {
        Map<String, Long> counts = queries.codesPerVersion();
        String inForce = kbli.versionInForce(LocalDate.now(clock)).code();
        List<KbliPage.Edition> editions = kbli.versions().stream()
                .map(each -> new KbliPage.Edition(
                        each, counts.getOrDefault(each.code(), 0L), each.code().equals(inForce)))
                .toList();
        List<KbliPage.Line> lines = words.isBlank()
                ? queries.list(version.code(), page)
                : kbli.search(words, version.code(), SHOWN).stream()
                        .map(hit -> new KbliPage.Line(
                                hit.kbli().code(), hit.kbli().title(), sectors.named(hit.sectors()), false))
                        .toList();
        long total = words.isBlank() ? counts.getOrDefault(version.code(), 0L) : lines.size();
        return new KbliPage(version, editions, words, lines, page, total, preview);
    }

    private KbliCodePage codePage(KbliCode code, String typed, FieldProblems problems) {
        KbliCode other = kbli.versions().stream()
                .filter(version -> !version.code().equals(code.version()))
                .flatMap(version -> kbli.find(version.code(), code.code()).stream())
                .filter(found -> !KbliImport.sameTitle(found.title(), code.title()))
                .findFirst()
                .orElse(null);
        return new KbliCodePage(
                code,
                version(code.version()),
                queries.description(code.version(), code.code()),
                sectors.sectorsOf(code.version(), code.code()),
                queries.words(code.version(), code.code()),
                other,
                typed,
                problems);
    }

    private Map<String, String> sectorNames(Texts texts) {
        return sectors.all().stream().collect(Collectors.toMap(Sector::code, sector -> sector.name(texts.lang())));
    }
}
