package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.LicenceDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Licences, their sheets, and what an office does to them. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/licences", produces = MediaType.APPLICATION_JSON_VALUE)
class LicenceEndpoints {
    private static final String LIST = "licences";

    private final LicenceDesk desk;
    private final Tags tags;
    private final Cursors cursors;

    LicenceEndpoints(LicenceDesk desk, Tags tags, Cursors cursors) {
        this.desk = desk;
        this.tags = tags;
        this.cursors = cursors;
    }

    record Number(String number) {}

    record Found(UUID id) {}

    record Field(String field) {}

    record Revealed(String field, @Nullable String value) {}

    /** New facts; what is left out stays as it is. */
    record Amendment(
            String reason,
            @Nullable String holderName,
            @Nullable String holderAddress,
            @Nullable String nik,
            @Nullable String phone,
            @Nullable Business business) {
        @Override
        public String toString() {
            return "Amendment[…]";
        }
    }

    record Business(
            @Nullable String name,
            @Nullable String activity,
            @Nullable List<String> kbli,
            @Nullable String address,
            @Nullable String village,
            @Nullable String postCode,
            @Nullable List<String> sectors,
            @Nullable String premises,
            @Nullable Long capital,
            @Nullable String sizeClass) {}

    /** The letter of loss, or a note that the spoilt sheet was handed back. */
    record Replacement(String letter, String reason) {}

    record Reason(String reason) {}

    record Revocation(String ground, String reason) {}

    @GetMapping
    @Endpoint(needs = Permission.SEE_LICENCES)
    Slice<LicenceDesk.Line> listLicences(
            @RequestParam(required = false) @Nullable String kecamatan,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(LIST, cursor, 2);
        return cursors.slice(
                LIST,
                desk.list(
                        new LicenceDesk.Filter(kecamatan, state, from, to),
                        after == null ? null : LocalDate.parse(after.get(0)),
                        after == null ? null : UUID.fromString(after.get(1)),
                        most + 1),
                most,
                line -> List.of(line.issuedOn().toString(), line.id().toString()),
                request);
    }

    /** By number, which belongs in no address. */
    @PostMapping("/search")
    @Endpoint(needs = Permission.SEE_LICENCES, pages = "POST /izin/cari")
    Found findLicence(@RequestBody Number number) {
        return desk.withNumber(number.number()).map(Found::new).orElseThrow(() -> new ApiRefusal(ApiProblem.NOT_FOUND));
    }

    @GetMapping("/{id}")
    @Endpoint(needs = Permission.SEE_LICENCES)
    ResponseEntity<LicenceDesk.File> getLicence(@PathVariable UUID id) {
        LicenceDesk.File file = desk.get(id);
        return tags.tagged(file, file.version());
    }

    /** The sheet as PDF, the current one unless another is named; the look is recorded. */
    @GetMapping(path = "/{id}/sheet", produces = MediaType.APPLICATION_PDF_VALUE)
    @Endpoint(needs = Permission.OPEN_DOCUMENT, gives = "application/pdf", pages = "GET /izin/{id}/lembar.pdf")
    ResponseEntity<byte[]> getSheet(@PathVariable UUID id, @RequestParam(defaultValue = "0") int number) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(desk.sheet(id, number));
    }

    @GetMapping(path = "/{id}/letters/{letter}", produces = MediaType.APPLICATION_PDF_VALUE)
    @Endpoint(needs = Permission.OPEN_DOCUMENT, gives = "application/pdf", pages = "GET /izin/{id}/surat/{letter}.pdf")
    ResponseEntity<byte[]> getLetter(@PathVariable UUID id, @PathVariable UUID letter) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(desk.letter(id, letter));
    }

    /** NIK or telephone in full; the look is recorded. */
    @PostMapping("/{id}/readings")
    @Endpoint(needs = Permission.UNMASK, pages = "POST /izin/{id}/buka")
    Revealed revealOfLicence(@PathVariable UUID id, @RequestBody Field field) {
        return new Revealed(field.field(), desk.reveal(id, field.field()));
    }

    @PostMapping("/{id}/amendments")
    @Endpoint(needs = Permission.CHANGE_LICENCE, edits = true, pages = "POST /izin/{id}/{path}")
    ResponseEntity<LicenceDesk.File> amendLicence(
            @PathVariable UUID id, @RequestBody Amendment amendment, HttpServletRequest request) {
        desk.amend(id, matched(id, request), facts(amendment));
        return getLicence(id);
    }

    private static Map<String, String> facts(Amendment amendment) {
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        facts.put("reason", amendment.reason());
        put(facts, "holderName", amendment.holderName());
        put(facts, "holderAddress", amendment.holderAddress());
        put(facts, "nik", amendment.nik());
        put(facts, "phone", amendment.phone());
        Business business = amendment.business();
        if (business != null) {
            List<String> kbli = business.kbli();
            List<String> sectors = business.sectors();
            put(facts, "businessName", business.name());
            put(facts, "activity", business.activity());
            put(facts, "kbli", kbli == null ? null : String.join("\n", kbli));
            put(facts, "businessAddress", business.address());
            put(facts, "village", business.village());
            put(facts, "postCode", business.postCode());
            put(facts, "sectors", sectors == null ? null : String.join(",", sectors));
            put(facts, "premises", business.premises());
            put(facts, "capital", business.capital() == null ? null : String.valueOf(business.capital()));
            put(facts, "sizeClass", business.sizeClass());
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    @PostMapping("/{id}/replacements")
    @Endpoint(needs = Permission.REPLACE_LICENCE_SHEET, edits = true)
    ResponseEntity<LicenceDesk.File> replaceSheet(
            @PathVariable UUID id, @RequestBody Replacement replacement, HttpServletRequest request) {
        desk.replaceSheet(id, matched(id, request), replacement.letter(), replacement.reason());
        return getLicence(id);
    }

    @PostMapping("/{id}/warnings")
    @Endpoint(needs = Permission.CHANGE_LICENCE, edits = true)
    ResponseEntity<LicenceDesk.File> warnHolder(
            @PathVariable UUID id, @RequestBody Reason reason, HttpServletRequest request) {
        desk.warn(id, matched(id, request), reason.reason());
        return getLicence(id);
    }

    @PostMapping("/{id}/revocation")
    @Endpoint(needs = Permission.CHANGE_LICENCE, edits = true)
    ResponseEntity<LicenceDesk.File> revokeLicence(
            @PathVariable UUID id, @RequestBody Revocation revocation, HttpServletRequest request) {
        desk.revoke(id, matched(id, request), revocation.ground(), revocation.reason());
        return getLicence(id);
    }

    @PostMapping("/{id}/reinstatement")
    @Endpoint(needs = Permission.CHANGE_LICENCE, edits = true)
    ResponseEntity<LicenceDesk.File> reinstateLicence(
            @PathVariable UUID id, @RequestBody Reason reason, HttpServletRequest request) {
        desk.reinstate(id, matched(id, request), reason.reason());
        return getLicence(id);
    }

    private int matched(UUID id, HttpServletRequest request) {
        LicenceDesk.File now = desk.get(id);
        tags.requireMatch(request, now, now.version());
        return now.version();
    }
}
