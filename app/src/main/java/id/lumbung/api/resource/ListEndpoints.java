package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.intake.desk.ImportDesk;
import id.lumbung.intake.desk.ListSteps;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/** Lists: sent, tried out, brought in and taken out again, and how far they are; no row of them. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/lists", produces = MediaType.APPLICATION_JSON_VALUE)
class ListEndpoints {
    private static final String LISTS = "lists";

    private final ImportDesk desk;
    private final ListSteps steps;
    private final Cursors cursors;
    private final Tags tags;

    /** @param size in bytes, all of it */
    record NewFile(String name, long size, String region) {}

    /** @param sheet its number from 0, or null for the first that holds a list */
    record Wanted(@Nullable Integer sheet) {}

    /** @param recipe name under which the meanings are kept for lists with the same headings, or null */
    record Meanings(
            List<ListSteps.Meaning> columns, @Nullable String recipe) {}

    /** What is brought in while rows are wrong. */
    enum Mode {
        GOOD_ROWS,
        ALL_OR_NOTHING
    }

    record Entry(Mode mode) {}

    record Undoing(String reason) {}

    ListEndpoints(ImportDesk desk, ListSteps steps, Cursors cursors, Tags tags) {
        this.desk = desk;
        this.steps = steps;
        this.cursors = cursors;
        this.tags = tags;
    }

    /** The newest first. */
    @GetMapping
    @Endpoint(needs = Permission.SEE_LISTS, pages = "GET /impor")
    Slice<ImportDesk.ListLine> listLists(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(LISTS, cursor, 2);
        return cursors.slice(
                LISTS,
                desk.lines(
                        after == null ? null : Instant.parse(after.get(0)),
                        after == null ? null : UUID.fromString(after.get(1)),
                        most + 1),
                most,
                line -> List.of(line.receivedAt().toString(), line.id().toString()),
                request);
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.SEE_LISTS, pages = "GET /impor/{list}")
    ImportDesk.ListLine getList(@PathVariable UUID id) {
        return desk.line(id);
    }

    /** A file will come in pieces. */
    @PostMapping("/files")
    @Endpoint(
            needs = Permission.IMPORT_LIST,
            status = 201,
            pages = {"POST /impor", "POST /impor/berkas"})
    ResponseEntity<ListSteps.File> announceFile(@RequestBody NewFile file) {
        ListSteps.File announced = steps.announce(file.name(), file.size(), file.region());
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/lists/files/" + announced.file()))
                .body(announced);
    }

    /** How many pieces of it are there; after a break the next one is sent. */
    @GetMapping("/files/{file}")
    @Endpoint(needs = Permission.IMPORT_LIST, pages = "GET /impor/berkas/{file}")
    ListSteps.File getFile(@PathVariable UUID file) {
        return steps.arrived(file);
    }

    /** The bytes themselves; a piece that is there already changes nothing. */
    @PutMapping("/files/{file}/pieces/{seq}")
    @Endpoint(
            needs = Permission.IMPORT_LIST,
            takes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            pages = "POST /impor/berkas/{file}/bagian/{seq}")
    ListSteps.File putPiece(@PathVariable UUID file, @PathVariable int seq, @RequestBody byte[] content) {
        return steps.piece(file, seq, content);
    }

    /** All pieces are there: the list in it, or the one that came in from the same file before. */
    @PostMapping("/files/{file}/lists")
    @Endpoint(
            needs = Permission.IMPORT_LIST,
            status = 201,
            pages = {"POST /impor/berkas/{file}/selesai", "POST /impor/{list}/lembar"})
    ResponseEntity<ImportDesk.ListLine> takeList(@PathVariable UUID file, @RequestBody Wanted wanted) {
        ImportDesk.ListLine list = steps.take(file, wanted.sheet());
        return ResponseEntity.created(URI.create(ApiPaths.ROOT + "/lists/" + list.id()))
                .body(list);
    }

    @GetMapping("/{id}/columns")
    @Endpoint(needs = Permission.SEE_LISTS, pages = "GET /impor/{list}")
    ResponseEntity<ListSteps.Columns> getColumns(@PathVariable UUID id) {
        ListSteps.Columns columns = steps.columns(id);
        return tags.tagged(columns, columns.version());
    }

    /** What each column means, in their order; the list has to be tried out anew. */
    @PutMapping("/{id}/columns")
    @Endpoint(needs = Permission.IMPORT_LIST, edits = true, pages = "POST /impor/{list}/kolom")
    ResponseEntity<ListSteps.Columns> putColumns(
            @PathVariable UUID id, @RequestBody Meanings meanings, HttpServletRequest request) {
        ListSteps.Columns before = steps.columns(id);
        tags.requireMatch(request, before, before.version());
        ListSteps.Columns now = steps.mean(id, before.version(), meanings.columns(), meanings.recipe());
        return tags.tagged(now, now.version());
    }

    /** How far it is, and what was found in it. */
    @GetMapping("/{id}/trial")
    @Endpoint(needs = Permission.SEE_LISTS, pages = "GET /impor/{list}")
    ListSteps.Trial getTrial(@PathVariable UUID id) {
        return steps.trial(id);
    }

    /** Tries it out; nothing is stored. It goes on after the answer: look at the trial until no work is left. */
    @PostMapping("/{id}/trial")
    @Endpoint(needs = Permission.IMPORT_LIST, status = 202, pages = "POST /impor/{list}/periksa")
    ResponseEntity<ListSteps.Trial> tryList(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(steps.check(id));
    }

    /** Brings it in, in one transaction, after the answer. */
    @PostMapping("/{id}/entry")
    @Endpoint(needs = Permission.IMPORT_LIST, status = 202, pages = "POST /impor/{list}/masukkan")
    ResponseEntity<ListSteps.Trial> enterList(@PathVariable UUID id, @RequestBody Entry entry) {
        return ResponseEntity.accepted().body(steps.enter(id, entry.mode() == Mode.GOOD_ROWS));
    }

    /** Takes all of it out again, after the answer; the file stays. */
    @PostMapping("/{id}/undoing")
    @Endpoint(needs = Permission.IMPORT_LIST, status = 202, pages = "POST /impor/{list}/batalkan")
    ResponseEntity<ListSteps.Trial> undoList(@PathVariable UUID id, @RequestBody Undoing undoing) {
        return ResponseEntity.accepted().body(steps.undo(id, undoing.reason()));
    }
}
