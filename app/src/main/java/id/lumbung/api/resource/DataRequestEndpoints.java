package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.privacy.held.HeldReport;
import id.lumbung.privacy.request.RequestDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests of people about the data held of them. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/data-requests", produces = MediaType.APPLICATION_JSON_VALUE)
class DataRequestEndpoints {
    private static final String OPEN = "data-requests";
    private static final String ENDED = "data-requests-ended";

    private final RequestDesk desk;
    private final Tags tags;
    private final Cursors cursors;

    DataRequestEndpoints(RequestDesk desk, Tags tags, Cursors cursors) {
        this.desk = desk;
        this.tags = tags;
        this.cursors = cursors;
    }

    /** A step, and what the person is told by it. */
    record RequestStep(String action, @Nullable String answer) {}

    record NewSlip(String code) {}

    /** The most urgent first; with {@code ended} those that were answered, the newest first. */
    @GetMapping
    @Endpoint(needs = Permission.SEE_DATA_REQUESTS)
    Slice<RequestDesk.Line> listDataRequests(
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        String list = ended ? ENDED : OPEN;
        List<String> after = cursors.read(list, cursor, 2);
        Instant at = after == null ? null : Instant.parse(after.get(0));
        UUID id = after == null ? null : UUID.fromString(after.get(1));
        return cursors.slice(
                list,
                ended ? desk.ended(at, id, most + 1) : desk.open(at, id, most + 1),
                most,
                line -> List.of(
                        String.valueOf(line.endedAt() == null ? line.dueAt() : line.endedAt()),
                        line.id().toString()),
                request);
    }

    @PostMapping
    @Endpoint(needs = Permission.RECEIVE_DATA_REQUEST, status = 201, pages = "POST /data-pribadi/baru")
    ResponseEntity<RequestDesk.Received> receiveDataRequest(@RequestBody RequestDesk.NewRequest asked) {
        return ResponseEntity.status(201).body(desk.receive(asked));
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.SEE_DATA_REQUESTS)
    ResponseEntity<RequestDesk.File> getDataRequest(@PathVariable UUID id) {
        RequestDesk.File file = desk.get(id);
        return tags.tagged(file, file.version());
    }

    /** TAKE, RELEASE, ANSWER, REFUSE or CANCEL. */
    @PostMapping("/{id}/steps")
    @Endpoint(
            needs = {Permission.ANSWER_DATA_REQUEST, Permission.RECEIVE_DATA_REQUEST},
            edits = true,
            pages = "POST /data-pribadi/{id}/langkah")
    ResponseEntity<RequestDesk.File> stepDataRequest(
            @PathVariable UUID id, @RequestBody RequestStep step, HttpServletRequest request) {
        RequestDesk.File now = desk.get(id);
        tags.requireMatch(request, now, now.version());
        desk.act(id, now.version(), step.action(), step.answer());
        return getDataRequest(id);
    }

    /** What the answer would hold; the look is recorded. */
    @PostMapping("/{id}/readings")
    @Endpoint(needs = Permission.ANSWER_DATA_REQUEST, pages = "POST /data-pribadi/{id}/lihat")
    HeldReport previewDataRequest(@PathVariable UUID id) {
        return desk.preview(id);
    }

    /** A new code for the slip; the earlier one opens nothing any more. */
    @PostMapping("/{id}/slip")
    @Endpoint(needs = Permission.RECEIVE_DATA_REQUEST, pages = "POST /data-pribadi/{id}/tanda-terima")
    NewSlip newSlip(@PathVariable UUID id) {
        return new NewSlip(desk.newSlip(id));
    }
}
