package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.registry.sheet.EnterpriseDesk;
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

/** The register of enterprises. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/enterprises", produces = MediaType.APPLICATION_JSON_VALUE)
class EnterpriseEndpoints {
    private static final String LIST = "enterprises";
    private static final String IN_REGION = "enterprises-in-region";

    private final EnterpriseDesk desk;
    private final Tags tags;
    private final Cursors cursors;

    EnterpriseEndpoints(EnterpriseDesk desk, Tags tags, Cursors cursors) {
        this.desk = desk;
        this.tags = tags;
        this.cursors = cursors;
    }

    /** What is looked for: a name, a number, a NIK, a telephone; in the body, since it must stand in no log. */
    record Search(String q) {}

    /** Which personal data, and what for. */
    record Reading(String field, String purpose) {}

    /** The newest first; of one region by name. */
    @GetMapping
    @Endpoint(needs = Permission.SEE_REGISTER)
    Slice<EnterpriseDesk.Line> listEnterprises(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        if (region != null) {
            List<String> after = cursors.read(IN_REGION + region, cursor, 2);
            return cursors.slice(
                    IN_REGION + region,
                    desk.in(
                            region,
                            after == null ? null : after.get(0),
                            after == null ? null : UUID.fromString(after.get(1)),
                            most + 1),
                    most,
                    line -> List.of(line.name(), line.id().toString()),
                    request);
        }
        List<String> after = cursors.read(LIST, cursor, 2);
        return cursors.slice(
                LIST,
                desk.newest(
                        after == null ? null : Instant.parse(after.get(0)),
                        after == null ? null : UUID.fromString(after.get(1)),
                        most + 1),
                most,
                line -> List.of(line.firstSeenAt().toString(), line.id().toString()),
                request);
    }

    @PostMapping("/search")
    @Endpoint(needs = Permission.SEE_REGISTER, pages = "POST /usaha")
    EnterpriseDesk.Found searchEnterprises(@RequestBody Search search) {
        return desk.find(search.q());
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.SEE_REGISTER)
    ResponseEntity<EnterpriseDesk.File> getEnterprise(@PathVariable UUID id) {
        EnterpriseDesk.File file = desk.get(id);
        return tags.tagged(file, file.version());
    }

    @PostMapping("/{id}/observations")
    @Endpoint(needs = Permission.EDIT_ENTERPRISE, edits = true, pages = "POST /usaha/{id}/pengamatan")
    ResponseEntity<EnterpriseDesk.File> observe(
            @PathVariable UUID id, @RequestBody EnterpriseDesk.Observed observed, HttpServletRequest request) {
        desk.observe(id, matched(id, request), observed);
        return getEnterprise(id);
    }

    @PostMapping("/{id}/nibs")
    @Endpoint(needs = Permission.RECORD_NIB, edits = true, pages = "POST /usaha/{id}/nib")
    ResponseEntity<EnterpriseDesk.File> recordNib(
            @PathVariable UUID id, @RequestBody EnterpriseDesk.RecordedNib nib, HttpServletRequest request) {
        desk.recordNib(id, matched(id, request), nib);
        return getEnterprise(id);
    }

    /** Which of the enterprises that became part of this one, by its number, and why the two are not the same. */
    record Parting(@Nullable String number, @Nullable String reason) {}

    @PostMapping("/{id}/partings")
    @Endpoint(needs = Permission.MERGE_ENTERPRISES, edits = true, pages = "POST /usaha/{id}/pisahkan")
    ResponseEntity<EnterpriseDesk.File> partEnterprise(
            @PathVariable UUID id, @RequestBody Parting parting, HttpServletRequest request) {
        desk.part(id, matched(id, request), parting.number(), parting.reason());
        return getEnterprise(id);
    }

    private int matched(UUID id, HttpServletRequest request) {
        EnterpriseDesk.File now = desk.get(id);
        tags.requireMatch(request, now, now.version());
        return now.version();
    }

    /** Personal data in full; the look and its purpose are recorded. */
    @PostMapping("/{id}/readings")
    @Endpoint(needs = Permission.UNMASK, pages = "POST /usaha/{id}/tampilkan")
    EnterpriseDesk.Revealed revealOfEnterprise(@PathVariable UUID id, @RequestBody Reading reading) {
        return desk.reveal(id, reading.field(), reading.purpose());
    }
}
