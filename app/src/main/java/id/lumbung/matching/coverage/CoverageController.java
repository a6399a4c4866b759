package id.lumbung.matching.coverage;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.intake.ListRecords.ListRecord;
import id.lumbung.matching.page.CoverageFreshPage;
import id.lumbung.matching.page.CoverageListPage;
import id.lumbung.matching.page.CoveragePage;
import id.lumbung.platform.PlainTable;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.registry.Phone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** /pencocokan/cakupan: how much of each list is known, by kecamatan and village, and what is new in it. */
@Controller
@RequestMapping(CoverageController.PATH)
class CoverageController {
    static final String PATH = "/pencocokan/cakupan";
    private static final int PAGE = 100;
    private static final Pattern KECAMATAN = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d");
    private static final Pattern PLACE = Pattern.compile("\\d\\d\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CoverageDesk desk;
    private final CoverageWords words;
    private final CoverageSheets sheets;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Pages pages;

    CoverageController(
            CoverageDesk desk,
            CoverageWords words,
            CoverageSheets sheets,
            CurrentActor currentActor,
            Clock clock,
            Pages pages) {
        this.desk = desk;
        this.words = words;
        this.sheets = sheets;
        this.currentActor = currentActor;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView overview(HttpServletRequest request) {
        Texts texts = pages.texts(request);
        CoverageDesk.Overview all = desk.overview();
        Map<UUID, String> names = names(all, texts);
        return pages.show(
                "matching/coverage",
                new CoveragePage(
                        counted(all, texts),
                        all.waiting() == 0 ? null : texts.t("matching.coverage.comparing", all.waiting()),
                        all.lists().entrySet().stream()
                                .map(one -> new CoveragePage.Line(
                                        PATH + "/" + one.getKey(),
                                        Objects.requireNonNull(names.get(one.getKey())),
                                        words.note(all.heads().get(one.getKey()), texts),
                                        CoverageWords.counts(one.getValue(), texts)))
                                .toList(),
                        all.overlaps().lists().isEmpty() ? null : overlap(all, names, texts),
                        all.overlaps().lists().isEmpty() ? null : missing(all, names, texts)));
    }

    private static String counted(CoverageDesk.Overview all, Texts texts) {
        return Stream.of(
                        all.countedAt() == null
                                ? texts.t("matching.coverage.not-counted")
                                : texts.t("matching.coverage.counted", texts.dateTime(all.countedAt())),
                        all.uncounted() == 0 ? "" : texts.t("matching.coverage.uncounted", all.uncounted()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Lists that reach beyond the sight have no name here and are told apart by numbers. */
    private static Map<UUID, String> names(CoverageDesk.Overview all, Texts texts) {
        Map<UUID, String> names = new LinkedHashMap<>();
        int beyond = 0;
        for (UUID list : all.lists().keySet()) {
            names.put(
                    list,
                    CoverageWords.name(all.heads().get(list), all.heads().containsKey(list) ? 0 : ++beyond, texts));
        }
        return names;
    }

    private static List<String> told(CoverageDesk.Overview all, Map<UUID, String> names) {
        return all.overlaps().lists().stream()
                .map(list -> Objects.requireNonNull(names.get(list)))
                .toList();
    }

    private static CoveragePage.Overlap overlap(CoverageDesk.Overview all, Map<UUID, String> names, Texts texts) {
        boolean someLeftOut = all.lists().size() > all.overlaps().lists().size();
        return CoverageWords.overlap(all.overlaps(), told(all, names), someLeftOut, texts);
    }

    /** While rows are still being compared, too little is known to overlap, and any estimate would be too high. */
    private static CoveragePage.Missing missing(CoverageDesk.Overview all, Map<UUID, String> names, Texts texts) {
        if (all.waiting() > 0) {
            return new CoveragePage.Missing(List.of(texts.t("matching.coverage.missing.comparing")), null, List.of());
        }
        List<String> sources = new ArrayList<>(List.of(texts.t("matching.coverage.register")));
        sources.addAll(told(all, names));
        Unlisted unlisted = Unlisted.of(all.overlaps().known(), all.overlaps().sharedBySource());
        return CoverageWords.missing(unlisted, sources, texts);
    }

    @GetMapping("/{list}")
    ModelAndView list(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "") String kecamatan,
            @RequestParam(defaultValue = "") String urut,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        String chosen = chosen(kecamatan);
        CoverageDesk.OneList whole = desk.list(list, null);
        CoverageDesk.OneList shown = chosen == null ? whole : desk.list(list, chosen);
        String path = PATH + "/" + list;
        boolean byName = urut.equals("nama");
        String query = path + "?kecamatan=" + (chosen == null ? "" : chosen);
        Covered sum = shown.sum();
        return pages.show(
                "matching/coverageList",
                new CoverageListPage(
                        new CoverageListPage.Head(
                                path,
                                CoverageWords.name(whole.head(), 0, texts),
                                words.note(whole.head(), texts),
                                chosen == null ? "" : chosen,
                                chosen == null ? "" : words.place(chosen),
                                chosen == null ? "matching.fact.kecamatan" : "matching.fact.village"),
                        whole.places().keySet().stream()
                                .filter(code -> code.length() == Covered.KECAMATAN)
                                .map(code -> new Choice(code, words.place(code)))
                                .sorted(Comparator.comparing(Choice::label))
                                .toList(),
                        new CoverageListPage.Sorting(!byName, query, query + "&urut=nama"),
                        lines(path, shown.places(), chosen == null, byName, texts),
                        CoverageWords.counts(sum, texts),
                        unplaced(list, chosen, texts),
                        sum.waiting() == 0 ? null : texts.t("matching.coverage.comparing", sum.waiting()),
                        currentActor.require().mayAnywhere(Permission.EXPORT)));
    }

    /** An unreadable code is no choice. */
    private static @Nullable String chosen(String kecamatan) {
        return KECAMATAN.matcher(kecamatan).matches() ? kecamatan : null;
    }

    private @Nullable String unplaced(UUID list, @Nullable String chosen, Texts texts) {
        long unplaced = desk.list(list, chosen == null ? "" : chosen).places().entrySet().stream()
                .filter(place -> place.getKey().length() <= Covered.KECAMATAN)
                .mapToLong(place -> place.getValue().records())
                .sum();
        return unplaced == 0 ? null : texts.t("matching.coverage.unplaced", unplaced);
    }

    private List<CoverageListPage.Line> lines(
            String path, Map<String, Covered> places, boolean byKecamatan, boolean byName, Texts texts) {
        Comparator<Map.Entry<String, Covered>> order =
                Comparator.comparing((Map.Entry<String, Covered> place) -> name(place.getKey(), byKecamatan, texts));
        if (!byName) {
            order = Comparator.comparingLong((Map.Entry<String, Covered> place) ->
                            -place.getValue().fresh())
                    .thenComparing(order);
        }
        return places.entrySet().stream()
                .sorted(order)
                .map(place -> line(path, place.getKey(), place.getValue(), byKecamatan, texts))
                .toList();
    }

    private CoverageListPage.Line line(String path, String code, Covered covered, boolean byKecamatan, Texts texts) {
        boolean parts = byKecamatan && code.length() == Covered.KECAMATAN;
        return new CoverageListPage.Line(
                parts ? path + "?kecamatan=" + code : null,
                name(code, byKecamatan, texts),
                parts || covered.fresh() == 0 ? null : path + "/baru?tempat=" + code,
                CoverageWords.counts(covered, texts));
    }

    private String name(String code, boolean byKecamatan, Texts texts) {
        if (byKecamatan) {
            return code.length() < Covered.KECAMATAN ? texts.t("matching.coverage.no-kecamatan") : words.place(code);
        }
        return code.length() <= Covered.KECAMATAN ? texts.t("matching.coverage.no-village") : words.place(code);
    }

    @GetMapping("/{list}/baru")
    ModelAndView fresh(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "") String tempat,
            @RequestParam(defaultValue = "") String sesudah,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        String place = PLACE.matcher(tempat).matches() ? tempat : "";
        CoverageDesk.Fresh fresh = desk.fresh(list, place, uuid(sesudah), PAGE);
        String path = PATH + "/" + list;
        boolean inKecamatan = place.length() >= Covered.KECAMATAN;
        return pages.show(
                "matching/coverageFresh",
                new CoverageFreshPage(
                        inKecamatan ? path + "?kecamatan=" + place.substring(0, Covered.KECAMATAN) : path,
                        CoverageWords.name(fresh.head(), 0, texts),
                        words.place(place),
                        fresh.head() == null ? null : "/impor/" + list,
                        fresh.records().stream().map(CoverageController::line).toList(),
                        fresh.next() == null ? null : path + "/baru?tempat=" + place + "&sesudah=" + fresh.next()));
    }

    private static CoverageFreshPage.Line line(ListRecord record) {
        return new CoverageFreshPage.Line(
                Integer.toString(record.from().line()),
                shown(record.business()),
                shown(record.owner()),
                shown(record.activity() == null ? record.sector() : record.activity()),
                shown(Stream.of(
                                record.address(),
                                record.rt() == null ? null : "RT " + record.rt(),
                                record.rw() == null ? null : "RW " + record.rw())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))),
                record.phone().isEmpty() ? "–" : new Phone(record.phone()).masked());
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isBlank() ? "–" : text.strip();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    @PostMapping("/{list}/unduh")
    ResponseEntity<byte[]> download(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "") String kecamatan,
            @RequestParam(defaultValue = "xlsx") String bentuk,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        CoverageDesk.OneList found = desk.export(list, chosen(kecamatan));
        boolean csv = bentuk.equals("csv");
        String name = "cakupan-" + LocalDate.now(clock.withZone(Texts.ZONE)) + (csv ? ".csv" : ".xlsx");
        return ResponseEntity.ok()
                .contentType(csv ? MediaType.parseMediaType(PlainTable.CSV) : XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(
                        csv
                                ? sheets.csv(found.places(), texts)
                                : sheets.xlsx(
                                        CoverageWords.name(found.head(), 0, texts) + ", "
                                                + words.note(found.head(), texts),
                                        found.places(),
                                        texts));
    }
}
