package id.lumbung.identity.audit;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.identity.audit.page.AuditPage;
import id.lumbung.identity.audit.page.HeadsPage;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Sight;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit for the head of the office and the administrator, and its heads for everybody. */
@Controller
class AuditController {
    private static final int DAYS = 7;
    private static final int HEADS = 400;
    private static final List<String> ACTIONS = List.of("READ", "INSERT", "UPDATE", "DELETE");

    private final AuditQueries queries;
    private final AuditHeads heads;
    private final ReadingLog readings;
    private final CurrentActor currentActor;
    private final Pages pages;

    AuditController(
            AuditQueries queries, AuditHeads heads, ReadingLog readings, CurrentActor currentActor, Pages pages) {
        this.queries = queries;
        this.heads = heads;
        this.readings = readings;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    /** Reading the audit is itself a reading, and recorded. */
    @GetMapping("/audit")
    ModelAndView show(
            @RequestParam(defaultValue = "") String orang,
            @RequestParam(defaultValue = "") String subjek,
            @RequestParam(defaultValue = "") String jenis,
            @RequestParam(defaultValue = "") String dari,
            @RequestParam(defaultValue = "") String sampai,
            @RequestParam(required = false) @Nullable Long sebelum,
            HttpServletRequest request) {
        Actor reader = currentActor.require();
        reader.requireAnywhere(Permission.SEE_AUDIT);
        Texts texts = pages.texts(request);
        FieldProblems problems = new FieldProblems();
        LocalDate from = day("dari", dari, problems);
        LocalDate to = day("sampai", sampai, problems);
        UUID subject = subject(subjek, problems);
        if (from != null && to != null && to.isBefore(from)) {
            problems.add("sampai", "identity.audit.to.before-from");
        }
        AuditPage.Filter filter = new AuditPage.Filter(orang, subjek, jenis, dari, sampai);
        List<Choice> actions = ACTIONS.stream()
                .map(action -> new Choice(action, texts.t("identity.audit.action." + action)))
                .toList();
        if (!problems.isEmpty()) {
            return pages.invalid("identity/audit", new AuditPage(filter, actions, List.of(), problems, null));
        }
        Sight.system(
                "the audit itself",
                () -> readings.record(
                        "audit",
                        subject == null ? reader.account() : subject,
                        "audit",
                        "supervision",
                        reader.territories(Permission.SEE_AUDIT).stream()
                                .min(String::compareTo)
                                .orElseThrow()));
        List<AuditPage.Row> rows = queries.find(reader, wanted(filter, subject, from, to, sebelum), texts);
        boolean more = rows.size() > AuditQueries.PAGE;
        List<AuditPage.Row> shown = more ? rows.subList(0, AuditQueries.PAGE) : rows;
        return pages.show(
                "identity/audit",
                new AuditPage(
                        filter,
                        actions,
                        shown,
                        problems,
                        more ? older(filter, shown.getLast().entry()) : null));
    }

    /** Without dates: the last seven days, or everything about one subject. */
    private static AuditQueries.Wanted wanted(
            AuditPage.Filter filter,
            @Nullable UUID subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {
        Instant begin = from != null
                ? from.atStartOfDay(Texts.ZONE).toInstant()
                : subject != null || to != null ? Instant.EPOCH : Instant.now().minus(Duration.ofDays(DAYS));
        Instant end = to != null
                ? to.plusDays(1).atStartOfDay(Texts.ZONE).toInstant()
                : Instant.now().plus(Duration.ofDays(1));
        return new AuditQueries.Wanted(
                filter.person().isBlank() ? null : filter.person().strip(),
                subject,
                ACTIONS.contains(filter.action()) ? filter.action() : null,
                begin,
                end,
                before == null ? Long.MAX_VALUE : before);
    }

    private static String older(AuditPage.Filter filter, long entry) {
        return "/audit?orang=" + encoded(filter.person()) + "&subjek=" + encoded(filter.subject()) + "&jenis="
                + encoded(filter.action()) + "&dari=" + encoded(filter.from()) + "&sampai=" + encoded(filter.to())
                + "&sebelum=" + entry;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable LocalDate day(String field, String typed, FieldProblems problems) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException unreadable) {
            // told below
        }
        problems.add(field, "identity.audit.day.unreadable");
        return null;
    }

    private static @Nullable UUID subject(String typed, FieldProblems problems) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException notAnId) {
            problems.add("subjek", "identity.audit.subject.unreadable");
            return null;
        }
    }

    @GetMapping("/audit/kepala")
    ModelAndView heads() {
        return pages.show("identity/audit-heads", new HeadsPage(published().toList()));
    }

    /** For whoever fetches and keeps them. */
    @GetMapping("/audit/kepala.json")
    ResponseEntity<Map<String, List<Map<String, Object>>>> headsAsJson() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(Map.of(
                        "heads",
                        published()
                                .map(head -> {
                                    Map<String, Object> one = new java.util.LinkedHashMap<>();
                                    one.put("day", head.day().toString());
                                    one.put("seq", head.seq());
                                    one.put("hash", head.hash());
                                    return one;
                                })
                                .toList()));
    }

    private Stream<HeadsPage.Head> published() {
        return heads.newest(HEADS).stream().map(head -> new HeadsPage.Head(head.day(), head.seq(), head.hash()));
    }
}
