package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.intake.desk.ImportDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists that came in, and how far they are; no row of them. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/lists", produces = MediaType.APPLICATION_JSON_VALUE)
class ListEndpoints {
    private static final String LISTS = "lists";

    private final ImportDesk desk;
    private final Cursors cursors;

    ListEndpoints(ImportDesk desk, Cursors cursors) {
        this.desk = desk;
        this.cursors = cursors;
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
}
