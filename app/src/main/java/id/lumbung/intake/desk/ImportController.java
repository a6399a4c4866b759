package id.lumbung.intake.desk;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.intake.IntakeProblem;
import id.lumbung.intake.column.Field;
import id.lumbung.intake.column.MappedColumn;
import id.lumbung.intake.column.ReadyRecipe;
import id.lumbung.intake.entry.Found;
import id.lumbung.intake.entry.Reading;
import id.lumbung.intake.page.ListPage;
import id.lumbung.intake.page.ListsPage;
import id.lumbung.intake.read.Limits;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /impor: lists that came in, and the way of one from its file to the records. */
@Controller
@RequestMapping("/impor")
class ImportController {
    static final String PATH = "/impor/";
    private static final int PAGE = 50;
    /** As the form without a script can send; larger files go in pieces. */
    private static final long MOST_BY_FORM = 12L << 20;

    private final ImportDesk desk;
    private final WrongRows wrongRows;
    private final ListWords words;
    private final Regions regions;
    private final LumbungSettings settings;
    private final CurrentActor currentActor;
    private final Pages pages;

    ImportController(
            ImportDesk desk,
            WrongRows wrongRows,
            ListWords words,
            Regions regions,
            LumbungSettings settings,
            CurrentActor currentActor,
            Pages pages) {
        this.desk = desk;
        this.wrongRows = wrongRows;
        this.words = words;
        this.regions = regions;
        this.settings = settings;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView lists(@RequestParam(defaultValue = "") String sesudah, HttpServletRequest request) {
        return pages.show("intake/lists", listsPage(sesudah, "", new FieldProblems(), null, request));
    }

    private ListsPage listsPage(
            String after, String region, FieldProblems problems, @Nullable String refused, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        Instant at = null;
        UUID afterId = null;
        String[] parts = after.split("~", 2);
        try {
            if (parts.length == 2) {
                at = Instant.parse(parts[0]);
                afterId = UUID.fromString(parts[1]);
            }
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            at = null; // the beginning of the list
        }
        List<KeptList> found = desk.newest(at, afterId, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<KeptList> shown = more ? found.subList(0, PAGE) : found;
        List<Choice> choices = choices(currentActor.require());
        return new ListsPage(
                shown.stream().map(list -> line(list, texts)).toList(),
                choices,
                region.isEmpty() && !choices.isEmpty() ? choices.getFirst().value() : region,
                new ListsPage.Sending(Files.PIECE, Limits.MOST_BYTES, MOST_BY_FORM),
                ReadyRecipe.ALL.stream().map(ReadyRecipe::name).collect(Collectors.joining(", ")),
                problems,
                refused,
                more
                        ? "/impor?sesudah=" + shown.getLast().journey().madeAt() + "~"
                                + shown.getLast().id()
                        : null);
    }

    /** The whole regency when it is in the territory, otherwise its kecamatan. */
    private List<Choice> choices(Actor actor) {
        List<Choice> choices = new ArrayList<>();
        if (actor.may(Permission.IMPORT_LIST, settings.regency())) {
            choices.add(new Choice(settings.regency(), words.place(settings.regency())));
        }
        regions.kecamatanOf(settings.regency()).stream()
                .filter(region -> actor.may(Permission.IMPORT_LIST, region.code()))
                .forEach(region -> choices.add(new Choice(region.code(), region.fullName())));
        return choices;
    }

    private ListsPage.Line line(KeptList list, Texts texts) {
        Found found = list.found();
        Long entered = list.journey().entered();
        return new ListsPage.Line(
                PATH + list.id(),
                list.sheet().fileName(),
                list.sheet().name(),
                words.place(list.region()),
                list.state().messageKey(),
                list.state().tone(),
                texts.dateTime(list.journey().madeAt()),
                found == null ? "–" : texts.number(found.rows()),
                entered == null || list.state() == ListState.UNDONE ? "–" : texts.number(entered));
    }

    /** The form without a script. */
    @PostMapping
    Object receive(
            @RequestParam(required = false) @Nullable MultipartFile berkas,
            @RequestParam(defaultValue = "") String wilayah,
            RedirectAttributes attributes,
            HttpServletRequest request)
            throws IOException {
        FieldProblems problems = new FieldProblems();
        String region = wilayah.strip();
        if (berkas == null || berkas.isEmpty()) {
            problems.add("berkas", "intake.file.missing");
        }
        if (choices(currentActor.require()).stream()
                .noneMatch(choice -> choice.value().equals(region))) {
            problems.add("wilayah", "intake.region.missing");
        }
        if (berkas == null || !problems.isEmpty()) {
            return pages.invalid("intake/lists", listsPage("", region, problems, null, request));
        }
        try {
            String name = berkas.getOriginalFilename();
            UUID list = desk.receive(name == null ? "-" : name, berkas.getSize(), berkas.getInputStream(), region);
            return to(list, attributes);
        } catch (Refused refused) {
            return pages.invalid(
                    "intake/lists",
                    listsPage("", region, problems, pages.texts(request).t(refused), request));
        }
    }

    private Object to(UUID list, RedirectAttributes attributes) {
        return desk.state(list) == ListState.ENTERED
                ? Pages.redirect(PATH + list, attributes, "intake.done.known")
                : Pages.redirect(PATH + list, attributes, "intake.done.received");
    }

    @GetMapping("/{list}")
    ModelAndView show(@PathVariable UUID list, HttpServletRequest request) {
        return pages.show("intake/list", listPage(list, null, request));
    }

    @PostMapping("/{list}/lembar")
    Object otherSheet(@PathVariable UUID list, @RequestParam int lembar, RedirectAttributes attributes) {
        return to(desk.otherSheet(list, lembar), attributes);
    }

    @PostMapping("/{list}/kolom")
    Object map(
            @PathVariable UUID list,
            @RequestParam Map<String, String> typed,
            RedirectAttributes attributes,
            HttpServletRequest request) {
        return step(list, request, () -> {
            desk.map(list, version(typed), typed(list, typed), typed.getOrDefault("resep", ""));
            desk.check(list);
            return Pages.redirect(PATH + list, attributes, "intake.done.checked");
        });
    }

    private static int version(Map<String, String> typed) {
        try {
            return Integer.parseInt(typed.getOrDefault("versi", ""));
        } catch (NumberFormatException none) {
            throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.changed-meanwhile");
        }
    }

    private List<MappedColumn> typed(UUID list, Map<String, String> typed) {
        List<MappedColumn> columns = new ArrayList<>();
        List<MappedColumn> before = desk.columns(list);
        for (int i = 0; i < before.size(); i++) {
            MappedColumn column = before.get(i);
            try {
                Field field = Field.valueOf(
                        typed.getOrDefault("arti" + i, column.field().name()));
                String year = typed.getOrDefault("tahun" + i, "").strip();
                columns.add(new MappedColumn(
                        column.heading(),
                        field,
                        !field.isMeasured() || year.isEmpty() ? MappedColumn.NO_YEAR : Integer.parseInt(year)));
            } catch (IllegalArgumentException unreadable) {
                throw new Refused(IntakeProblem.COLUMNS_INCOMPLETE, "intake.columns.unreadable", i + 1);
            }
        }
        return columns;
    }

    @PostMapping("/{list}/periksa")
    Object check(@PathVariable UUID list, RedirectAttributes attributes, HttpServletRequest request) {
        return step(list, request, () -> {
            desk.check(list);
            return Pages.redirect(PATH + list, attributes, "intake.done.checked");
        });
    }

    @PostMapping("/{list}/masukkan")
    Object enter(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "") String cara,
            RedirectAttributes attributes,
            HttpServletRequest request) {
        return step(list, request, () -> {
            desk.enter(list, mode(cara));
            return Pages.redirect(PATH + list, attributes, "intake.done.entered");
        });
    }

    /** Which of the two is for a person to say, never for the form. */
    private static boolean mode(String said) {
        return switch (said) {
            case "GOOD_ROWS" -> true;
            case "ALL_OR_NOTHING" -> false;
            default -> throw new Refused(IntakeProblem.STEP_NOT_POSSIBLE, "intake.enter.choose");
        };
    }

    @PostMapping("/{list}/batalkan")
    Object undo(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "") String alasan,
            RedirectAttributes attributes,
            HttpServletRequest request) {
        return step(list, request, () -> {
            desk.undo(list, alasan);
            return Pages.redirect(PATH + list, attributes, "intake.done.undone");
        });
    }

    @PostMapping("/{list}/perbaikan")
    @Nullable
    Object wrongRows(
            @PathVariable UUID list,
            @RequestParam(defaultValue = "xlsx") String bentuk,
            @RequestParam(defaultValue = "false") boolean catatan,
            @RequestParam(defaultValue = "false") boolean daerah,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Texts texts = pages.texts(request);
        WrongRows.Wish wish =
                new WrongRows.Wish(list, bentuk.equals("csv"), catatan, daerah, texts.t("intake.wrong.purpose"));
        KeptList kept;
        Reading reading;
        try {
            kept = wrongRows.begin(wish);
            reading = desk.readingOf(list);
        } catch (Refused refused) {
            return pages.invalid("intake/list", listPage(list, texts.t(refused), request));
        }
        response.setContentType(
                wish.csv()
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("perbaikan-" + list + (wish.csv() ? ".csv" : ".xlsx"))
                        .build()
                        .toString());
        wrongRows.write(kept, reading, wish, texts, response.getOutputStream());
        return null;
    }

    private interface Step {
        Object take();
    }

    private Object step(UUID list, HttpServletRequest request, Step step) {
        try {
            return step.take();
        } catch (Refused refused) {
            if (refused.code() == IntakeProblem.LIST_NOT_FOUND) {
                throw refused;
            }
            return pages.invalid(
                    "intake/list", listPage(list, pages.texts(request).t(refused), request));
        }
    }

    private ListPage listPage(UUID id, @Nullable String refused, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        ImportDesk.Seen seen = desk.see(id);
        KeptList list = seen.list();
        KeptList.Sentence refusal = list.refusal();
        boolean may = currentActor.require().may(Permission.IMPORT_LIST, list.region());
        boolean idle = seen.running() == null;
        boolean open = list.state() == ListState.SHAPED || list.state() == ListState.CHECKED;
        Found found = list.found();
        return new ListPage(
                new ListPage.Head(
                        PATH + id,
                        list.sheet().fileName(),
                        list.sheet().name(),
                        words.place(list.region()),
                        list.state().messageKey(),
                        list.state().tone(),
                        texts.dateTime(list.journey().madeAt())),
                running(seen, texts),
                refusal == null
                        ? null
                        : texts.t(refusal.key(), refusal.arguments().toArray()),
                refused,
                new ListPage.Columns(
                        words.columns(list.mapping().columns(), seen.sample().rows(), texts),
                        words.fields(texts),
                        seen.recipe(),
                        ready(seen, texts),
                        list.version(),
                        list.state() == ListState.SHAPED,
                        sheets(seen)),
                found == null ? null : words.findings(found, list.mapping().columns(), texts),
                outcome(list, texts),
                new ListPage.Rights(
                        may && idle && open,
                        may && idle && list.state() == ListState.CHECKED,
                        may && idle && list.state() == ListState.ENTERED,
                        may && found != null && currentActor.require().may(Permission.EXPORT, list.region())));
    }

    /** What is known of the recipe that came with Lumbung, while the columns are read by it. */
    private static String ready(ImportDesk.Seen seen, Texts texts) {
        List<String> headings = seen.list().mapping().columns().stream()
                .map(MappedColumn::heading)
                .toList();
        return ReadyRecipe.find(headings)
                .filter(recipe -> seen.recipe().isEmpty())
                .filter(recipe -> recipe.mapping(headings, seen.sample().rows())
                        .equals(seen.list().mapping()))
                .map(recipe -> texts.t(recipe.messageKey(), recipe.name()))
                .orElse("");
    }

    /** How far it is can be said when the rows were counted before. */
    private static ListPage.@Nullable Running running(ImportDesk.Seen seen, Texts texts) {
        Lists.Running running = seen.running();
        if (running == null) {
            return null;
        }
        Found found = seen.list().found();
        long all = found == null ? 0 : found.rows();
        return new ListPage.Running(
                texts.t("intake.running." + running.what(), texts.number(running.rows())),
                all == 0 || running.what().equals(ImportDesk.UNDO)
                        ? -1
                        : (int) Math.min(100, running.rows() * 100 / all));
    }

    private static List<Choice> sheets(ImportDesk.Seen seen) {
        List<Choice> others = new ArrayList<>();
        List<String> names = seen.sample().sheets();
        for (int i = 0; i < names.size(); i++) {
            if (i != seen.list().sheet().number()) {
                others.add(new Choice(Integer.toString(i), names.get(i)));
            }
        }
        return others;
    }

    private static ListPage.@Nullable Outcome outcome(KeptList list, Texts texts) {
        KeptList.Journey journey = list.journey();
        Instant at = journey.enteredAt();
        Long entered = journey.entered();
        if (at == null || entered == null) {
            return null;
        }
        Long known = journey.known();
        Instant undone = journey.undoneAt();
        return new ListPage.Outcome(
                texts.number(entered),
                texts.number(known == null ? 0 : known),
                texts.dateTime(at),
                undone == null ? null : texts.dateTime(undone),
                journey.undoneWhy());
    }
}
