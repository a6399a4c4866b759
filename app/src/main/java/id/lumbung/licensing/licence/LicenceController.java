package id.lumbung.licensing.licence;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.page.LicenceListPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Licences: the list, one licence, its sheets and letters. */
@Controller
class LicenceController {
    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final LicenceQueries queries;
    private final LicenceViews views;
    private final LicencePages licencePages;
    private final Regions regions;
    private final LumbungSettings settings;
    private final CurrentActor currentActor;
    private final Pages pages;

    LicenceController(
            LicenceQueries queries,
            LicenceViews views,
            LicencePages licencePages,
            Regions regions,
            LumbungSettings settings,
            CurrentActor currentActor,
            Pages pages) {
        this.queries = queries;
        this.views = views;
        this.licencePages = licencePages;
        this.regions = regions;
        this.settings = settings;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping("/izin")
    ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        FieldProblems problems = new FieldProblems();
        LicenceListPage page = listPage(asked, problems, request);
        return problems.isEmpty() ? pages.show("licensing/licences", page) : pages.invalid("licensing/licences", page);
    }

    /** A number is looked for by POST: it belongs neither in an address nor in a log of addresses. */
    @PostMapping("/izin/cari")
    Object search(@RequestParam(defaultValue = "") String number, HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.SEE_LICENCES);
        FieldProblems problems = new FieldProblems();
        if (number.isBlank()) {
            problems.add("number", "licence.search.empty");
        } else {
            Optional<LicenceId> found = queries.byNumber(number.strip());
            if (found.isPresent()) {
                return "redirect:/izin/" + found.get();
            }
            problems.add("number", "licence.search.none");
        }
        return pages.invalid("licensing/licences", listPage(Map.of("number", number), problems, request));
    }

    @GetMapping("/izin/{id:" + UUID_FORM + "}")
    ModelAndView licence(@PathVariable UUID id, HttpServletRequest request) {
        Actor actor = currentActor.require();
        return pages.show(
                "licensing/licence",
                licencePages.page(views.view(new LicenceId(id), actor), null, actor, pages.texts(request)));
    }

    @PostMapping("/izin/{id:" + UUID_FORM + "}/buka")
    ModelAndView unmask(@PathVariable UUID id, @RequestParam String field, HttpServletRequest request) {
        Actor actor = currentActor.require();
        LicenceViews.Personal what = field.equals("phone") ? LicenceViews.Personal.PHONE : LicenceViews.Personal.NIK;
        return pages.show(
                "licensing/licence",
                licencePages.page(views.unmask(new LicenceId(id), what, actor), what, actor, pages.texts(request)));
    }

    /** Without a number the current sheet. */
    @GetMapping("/izin/{id:" + UUID_FORM + "}/lembar.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, @RequestParam(defaultValue = "0") int lembar) {
        return pdf(views.sheetPdf(new LicenceId(id), lembar, currentActor.require()), "izin-" + id + ".pdf");
    }

    @GetMapping("/izin/{id:" + UUID_FORM + "}/surat/{letter:" + UUID_FORM + "}.pdf")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, @PathVariable UUID letter) {
        return pdf(views.letterPdf(new LicenceId(id), letter, currentActor.require()), "surat-" + letter + ".pdf");
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(content);
    }

    private LicenceListPage listPage(Map<String, String> asked, FieldProblems problems, HttpServletRequest request) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_LICENCES);
        Texts texts = pages.texts(request);
        List<Region> kecamatan = Territories.kecamatan(regions, settings.regency(), actor, Permission.SEE_LICENCES);
        LicenceQueries.Filter filter = filter(asked, problems);
        List<LicenceQueries.Line> lines = queries.list(filter, place(asked.get("setelah")));
        List<LicenceQueries.Line> shown =
                lines.stream().limit(LicenceQueries.PAGE).toList();
        Map<String, String> names =
                kecamatan.stream().collect(Collectors.toMap(Region::code, Region::name, (one, same) -> one));
        return new LicenceListPage(
                new LicenceListPage.Filter(
                        asked.getOrDefault("kecamatan", ""),
                        asked.getOrDefault("keadaan", ""),
                        asked.getOrDefault("dari", ""),
                        asked.getOrDefault("sampai", ""),
                        asked.getOrDefault("number", ""),
                        kecamatan.stream()
                                .map(region -> new Choice(region.code(), region.name()))
                                .toList(),
                        Arrays.stream(LicenceQueries.StateGroup.values())
                                .map(state ->
                                        new Choice(state.name().toLowerCase(Locale.ROOT), texts.t(state.messageKey())))
                                .toList()),
                queries.count(filter),
                shown.stream().map(line -> line(line, names, texts)).toList(),
                lines.size() > shown.size() ? nextAddress(asked, shown.getLast()) : null,
                actor.mayAnywhere(Permission.EXPORT),
                problems);
    }

    private static LicenceListPage.Line line(LicenceQueries.Line line, Map<String, String> names, Texts texts) {
        return new LicenceListPage.Line(
                "/izin/" + line.id(),
                line.number(),
                line.who().business(),
                line.who().holder(),
                line.who().place() + ", " + names.getOrDefault(line.kecamatan(), line.kecamatan()),
                texts.date(line.issuedOn()),
                texts.t(line.state().messageKey()),
                line.state().tone());
    }

    private static LicenceQueries.Filter filter(Map<String, String> asked, FieldProblems problems) {
        String kecamatan = asked.getOrDefault("kecamatan", "");
        LicenceQueries.StateGroup state = Arrays.stream(LicenceQueries.StateGroup.values())
                .filter(group -> group.name().equalsIgnoreCase(asked.getOrDefault("keadaan", "")))
                .findFirst()
                .orElse(null);
        return new LicenceQueries.Filter(
                kecamatan.isBlank() ? null : kecamatan,
                state,
                Territories.day("dari", asked.getOrDefault("dari", ""), problems),
                Territories.day("sampai", asked.getOrDefault("sampai", ""), problems));
    }

    private static String nextAddress(Map<String, String> asked, LicenceQueries.Line last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/izin");
        for (String name : List.of("kecamatan", "keadaan", "dari", "sampai")) {
            String value = asked.getOrDefault(name, "");
            if (!value.isBlank()) {
                address.queryParam(name, "{" + name + "}");
            }
        }
        return address.queryParam("setelah", last.issuedOn() + "_" + last.id())
                .encode()
                .buildAndExpand(asked)
                .toUriString();
    }

    private static LicenceQueries.@Nullable Place place(@Nullable String text) {
        if (text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d_" + UUID_FORM)) {
            return null;
        }
        try {
            return new LicenceQueries.Place(
                    LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)));
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
