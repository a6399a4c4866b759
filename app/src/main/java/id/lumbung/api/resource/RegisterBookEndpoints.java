package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Slice;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.licensing.licence.LicenceDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register book of a kecamatan. */
@RestController
@RequestMapping(path = ApiPaths.ROOT + "/register-book", produces = MediaType.APPLICATION_JSON_VALUE)
class RegisterBookEndpoints {
    private static final String BOOK = "register-book";

    private final LicenceDesk desk;
    private final Cursors cursors;

    RegisterBookEndpoints(LicenceDesk desk, Cursors cursors) {
        this.desk = desk;
        this.cursors = cursors;
    }

    /** By running number; NIK and telephone are not in it. */
    @GetMapping
    @Endpoint(needs = Permission.SEE_LICENCES, pages = "GET /buku-register")
    Slice<LicenceDesk.Entry> getRegisterBook(
            @RequestParam String kecamatan,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Cursors.limit(limit);
        List<String> after = cursors.read(BOOK, cursor, 3);
        LicenceDesk.Entry seen = after == null
                ? null
                : new LicenceDesk.Entry(
                        new UUID(0, 0),
                        Integer.parseInt(after.get(0)),
                        after.get(1),
                        Integer.parseInt(after.get(2)),
                        "",
                        from,
                        "",
                        "",
                        "",
                        "");
        return cursors.slice(
                BOOK,
                desk.book(kecamatan, from, to, seen, most + 1),
                most,
                entry -> List.of(String.valueOf(entry.year()), entry.regime(), String.valueOf(entry.runningNo())),
                request);
    }
}
