package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.api.problem.Problems;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.application.ApplicationDesk;
import id.lumbung.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Applications: the counter and the review desk. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/applications", produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicationEndpoints {
    private static final String LIST = "applications";
    private static final String WORK = "work-list";

    private final ApplicationDesk desk;
    private final CurrentActor currentActor;
    private final Problems problems;
    private final Tags tags;
    private final Cursors cursors;

    ApplicationEndpoints(
            ApplicationDesk desk, CurrentActor currentActor, Problems problems, Tags tags, Cursors cursors) {
        this.desk = desk;
        this.currentActor = currentActor;
        this.problems = problems;
        this.tags = tags;
        this.cursors = cursors;
    }

    /** An application to be begun; answers may follow later. */
    record Draft(
            String kecamatan,
            @Nullable String regime,
            @Nullable Map<String, List<String>> answers) {}

    record Answers(Map<String, List<String>> answers) {}

    record Saved(UUID id, int version, Map<String, String> filled, List<Warning> warnings) {}

    record Warning(String field, String code, String sentence) {}

    /** What is given with a step, as far as the step asks for it. */
    record Given(
            @Nullable String note,
            @Nullable String ground,
            @Nullable Map<String, String> corrections) {}

    record Field(String field) {}

    record Revealed(String field, List<String> values) {}

    record CaseCode(String caseCode) {}

    record WorkList(
            ApplicationDesk.Counts counts,
            List<ApplicationDesk.Line> items,
            @Nullable String next) {}

    @GetMapping
    @Endpoint(needs = Permission.SEE_APPLICATIONS)
    Slice<ApplicationDesk.Line> listApplications(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(LIST, cursor, 1);
        return cursors.slice(
                LIST,
                desk.list(q, state, after == null ? null : after.getFirst(), most + 1),
                most,
                line -> List.of(line.place()),
                request);
    }

    /** What waits for the caller. */
    @GetMapping("/work-list")
    @Endpoint(needs = Permission.SEE_APPLICATIONS)
    WorkList getWorkList(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(WORK, cursor, 1);
        Slice<ApplicationDesk.Line> slice = cursors.slice(
                WORK,
                desk.waiting(after == null ? null : after.getFirst(), most + 1),
                most,
                line -> List.of(line.place()),
                request);
        return new WorkList(desk.counts(), slice.items(), slice.next());
    }

    @PostMapping
    @Endpoint(needs = Permission.ENTER_APPLICATION, status = 201, pages = "POST /permohonan")
    ResponseEntity<ApplicationDesk.File> beginApplication(@RequestBody Draft draft) {
        Map<String, List<String>> answers = draft.answers();
        UUID id = desk.begin(
                draft.kecamatan(),
                draft.regime() == null ? "IUMK" : draft.regime(),
                answers == null ? Map.of() : answers);
        ResponseEntity<ApplicationDesk.File> made = getApplication(id);
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/applications/" + id))
                .eTag(String.valueOf(made.getHeaders().getETag()))
                .body(made.getBody());
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.SEE_APPLICATIONS)
    ResponseEntity<ApplicationDesk.File> getApplication(@PathVariable UUID id) {
        ApplicationDesk.File file = desk.get(id);
        return tags.tagged(file, file.version());
    }

    /** All answers as typed, personal ones too; the look is recorded. */
    @GetMapping("/{id}/answers")
    @Endpoint(
            needs = {Permission.ENTER_APPLICATION, Permission.UNMASK},
            pages = "GET /permohonan/{id}/isian")
    ResponseEntity<Answers> getAnswers(@PathVariable UUID id) {
        return tags.tagged(new Answers(desk.answers(id)), 0);
    }

    @PutMapping("/{id}/answers")
    @Endpoint(
            needs = Permission.ENTER_APPLICATION,
            edits = true,
            pages = {"POST /permohonan/{id}/simpan", "POST /permohonan/{id}/beda/{unmergedId}"})
    ResponseEntity<Saved> saveAnswers(@PathVariable UUID id, @RequestBody Answers answers, HttpServletRequest request) {
        Texts texts = problems.texts(request);
        ApplicationDesk.Kept kept = desk.save(id, matched(id, request), answers.answers());
        ApplicationDesk.File now = desk.get(id);
        return tags.answer(
                new Saved(
                        id,
                        kept.version(),
                        kept.filled(),
                        kept.warned().stream()
                                .map(warning -> new Warning(
                                        warning.field(),
                                        warning.messageKey(),
                                        texts.t(
                                                warning.messageKey(),
                                                warning.arguments().toArray())))
                                .toList()),
                now,
                now.version());
    }

    /** One paper in place of the current one of its kind: the file itself is the body. */
    @PostMapping("/{id}/papers/{kind}")
    @Endpoint(
            needs = Permission.ENTER_APPLICATION,
            status = 201,
            takes = {"image/jpeg", "image/png", "application/pdf"},
            pages = "POST /permohonan/{id}/lampiran/{kind}")
    ResponseEntity<ApplicationDesk.Paper> attachPaper(
            @PathVariable UUID id, @PathVariable String kind, @RequestBody byte[] content) {
        desk.get(id);
        boolean known = desk.papers(id).stream().anyMatch(paper -> paper.code().equals(kind));
        if (!known) {
            throw new ApiRefusal(ApiProblem.NOT_FOUND);
        }
        ApplicationDesk.Paper paper = desk.attach(id, kind, content);
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/applications/" + id + "/papers/" + paper.id()))
                .body(paper);
    }

    /** A paper itself; the look is recorded. */
    @GetMapping(path = "/{id}/papers/{paper}", produces = MediaType.ALL_VALUE)
    @Endpoint(needs = Permission.OPEN_DOCUMENT, gives = "*/*", pages = "GET /permohonan/{id}/lampiran/{attachment}")
    ResponseEntity<byte[]> getPaper(@PathVariable UUID id, @PathVariable UUID paper) {
        ApplicationDesk.Document document = desk.paper(id, paper);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.contentType()))
                .body(document.content());
    }

    @PostMapping("/{id}/submission")
    @Endpoint(needs = Permission.ENTER_APPLICATION, edits = true, pages = "POST /permohonan/{id}/ajukan")
    ApplicationDesk.HandedIn handIn(@PathVariable UUID id, HttpServletRequest request) {
        return desk.handIn(id, matched(id, request));
    }

    /** A step of the regime: verify, return, refuse, issue, withdraw … */
    @PostMapping("/{id}/actions/{action}")
    @Endpoint(
            needs = {Permission.VERIFY_APPLICATION, Permission.DECIDE_APPLICATION},
            edits = true,
            pages = "POST /permohonan/{id}/tindakan")
    ResponseEntity<ApplicationDesk.File> act(
            @PathVariable UUID id, @PathVariable String action, @RequestBody Given given, HttpServletRequest request) {
        int version = matched(id, request);
        Permission needed = desk.decides(id, action) ? Permission.DECIDE_APPLICATION : Permission.VERIFY_APPLICATION;
        if (!currentActor.require().mayAnywhere(needed)) {
            throw new ApiRefusal(ApiProblem.SCOPE_MISSING);
        }
        Map<String, String> corrections = given.corrections();
        desk.act(id, version, action, given.note(), given.ground(), corrections == null ? Map.of() : corrections);
        return getApplication(id);
    }

    /** One masked answer; the look is recorded. */
    @PostMapping("/{id}/readings")
    @Endpoint(needs = Permission.UNMASK, pages = "POST /permohonan/{id}/buka")
    Revealed revealOfApplication(@PathVariable UUID id, @RequestBody Field field) {
        return new Revealed(field.field(), desk.reveal(id, field.field()));
    }

    /** A new code for the receipt; the earlier one opens nothing any more. */
    @PostMapping("/{id}/case-code")
    @Endpoint(needs = Permission.ENTER_APPLICATION, pages = "POST /permohonan/{id}/tanda-terima")
    CaseCode newCaseCode(@PathVariable UUID id) {
        return new CaseCode(desk.newCaseCode(id));
    }

    private int matched(UUID id, HttpServletRequest request) {
        ApplicationDesk.File now = desk.get(id);
        tags.requireMatch(request, now, now.version());
        return now.version();
    }
}
