package id.lumbung.licensing.licence.register;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.Territories;
import id.lumbung.licensing.licence.page.RegisterPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register book: on the screen, and as a download that is recorded. */
@Controller
public class RegisterController {
    private static final int PREVIEW = 200;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RegisterBook book;
    private final RegisterSheets sheets;
    private final Regions regions;
    private final LumbungSettings settings;
    private final CurrentActor currentActor;
    private final MessageSource messages;
    private final Clock clock;
    private final Pages pages;

    /** What was asked for, as far as it could be read. */
    private record Read(RegisterPage.Asked asked, RegisterBook.@Nullable Period period) {}

    public RegisterController(
            RegisterBook book,
            RegisterSheets sheets,
            Regions regions,
            LumbungSettings settings,
            CurrentActor currentActor,
            MessageSource messages,
            Clock clock,
            Pages pages) {
        this.book = book;
        this.sheets = sheets;
        this.regions = regions;
        this.settings = settings;
        this.currentActor = currentActor;
        this.messages = messages;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/buku-register")
    public Object show(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.SEE_LICENCES);
        FieldProblems problems = new FieldProblems();
        Read read = read(typed, actor, problems);
        RegisterPage page = page(read, actor, problems, null, request);
        return problems.isEmpty() ? pages.show("licensing/register", page) : pages.invalid("licensing/register", page);
    }

    @PostMapping("/buku-register/unduh")
    public Object download(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.EXPORT);
        FieldProblems problems = new FieldProblems();
        Read read = read(typed, actor, problems);
        RegisterPage.Asked asked = read.asked();
        if (asked.full() && asked.purpose().length() < 10) {
            problems.add("tujuan", "licence.problem.purpose");
        }
        RegisterBook.Period period = read.period();
        if (period == null || !problems.isEmpty()) {
            if (period == null && problems.isEmpty()) {
                problems.add("kecamatan", "licence.problem.kecamatan");
            }
            return pages.invalid("licensing/register", page(read, actor, problems, null, request));
        }
        try {
            List<RegisterBook.Row> rows =
                    book.export(period, asked.format(), asked.full() ? asked.purpose() : null, actor);
            return file(period, rows, asked.format().equals("pdf"));
        } catch (Refused refused) {
            return pages.invalid("licensing/register", page(read, actor, problems, refused, request));
        }
    }

    private ResponseEntity<byte[]> file(RegisterBook.Period period, List<RegisterBook.Row> rows, boolean pdf) {
        Texts indonesian = new Texts(messages, Texts.INDONESIAN);
        RegisterSheets.Head head = new RegisterSheets.Head(
                regions.find(settings.regency()).map(Region::name).orElse(""),
                regions.get(period.kecamatan()).name(),
                period.from(),
                period.to(),
                LocalDate.now(clock));
        String name = "buku-register-" + period.kecamatan() + "-" + period.from() + "-" + period.to();
        return ResponseEntity.ok()
                .contentType(pdf ? MediaType.APPLICATION_PDF : XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + (pdf ? ".pdf" : ".xlsx"))
                                .build()
                                .toString())
                .body(pdf ? sheets.pdf(head, rows, indonesian) : sheets.xlsx(head, rows, indonesian));
    }

    /** Without dates this year so far; with a single kecamatan in the territory that one. */
    private Read read(Map<String, String> typed, Actor actor, FieldProblems problems) {
        LocalDate today = LocalDate.now(clock);
        String from = typed.getOrDefault("dari", today.withDayOfYear(1).toString());
        String to = typed.getOrDefault("sampai", today.toString());
        LocalDate first = Territories.day("dari", from, problems);
        LocalDate last = Territories.day("sampai", to, problems);
        if (first != null && last != null && last.isBefore(first)) {
            problems.add("sampai", "licence.problem.period");
        }
        List<Region> kecamatan = Territories.kecamatan(regions, settings.regency(), actor, Permission.SEE_LICENCES);
        String only = kecamatan.size() == 1 ? kecamatan.getFirst().code() : "";
        String chosen = typed.getOrDefault("kecamatan", only);
        boolean known = kecamatan.stream().anyMatch(region -> region.code().equals(chosen));
        if (!known && !chosen.isBlank()) {
            problems.add("kecamatan", "licence.problem.kecamatan");
        }
        RegisterPage.Asked asked = new RegisterPage.Asked(
                chosen,
                from,
                to,
                typed.getOrDefault("bentuk", "xlsx").equals("pdf") ? "pdf" : "xlsx",
                typed.containsKey("lengkap"),
                typed.getOrDefault("tujuan", "").strip());
        if (!known || first == null || last == null || !problems.isEmpty()) {
            return new Read(asked, null);
        }
        return new Read(asked, new RegisterBook.Period(chosen, first, last));
    }

    private RegisterPage page(
            Read read, Actor actor, FieldProblems problems, @Nullable Refused refused, HttpServletRequest request) {
        Texts texts = pages.texts(request);
        RegisterBook.Period period = read.period();
        List<RegisterBook.Row> rows = period == null ? List.of() : book.preview(period, PREVIEW, actor);
        return new RegisterPage(
                read.asked(),
                Territories.kecamatan(regions, settings.regency(), actor, Permission.SEE_LICENCES).stream()
                        .map(region -> new Choice(region.code(), region.name()))
                        .toList(),
                period == null ? null : regions.get(period.kecamatan()).name(),
                rows.stream().map(row -> line(row, texts)).toList(),
                period == null ? 0 : book.count(period, actor),
                new RegisterPage.Rights(
                        period != null && actor.may(Permission.EXPORT, period.kecamatan()),
                        period != null && actor.may(Permission.UNMASK, period.kecamatan())),
                problems,
                refused == null ? null : texts.t(refused));
    }

    private static RegisterPage.Line line(RegisterBook.Row row, Texts texts) {
        return new RegisterPage.Line(
                row.runningNo(),
                row.number(),
                texts.date(row.issuedOn()),
                row.content().holder().name(),
                row.nik(),
                row.content().business().name(),
                row.address(),
                texts.t(row.state().messageKey()),
                row.state().tone());
    }
}
