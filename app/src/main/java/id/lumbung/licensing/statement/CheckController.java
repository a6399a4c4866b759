package id.lumbung.licensing.statement;

import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The check page and the two lists it needs. None of them takes a question: the same answer goes to everybody, so that
 * nobody can ask about a number, a name or a NIK.
 */
@Controller
class CheckController {
    private static final Duration STATUS_LIFETIME = Duration.ofMinutes(5);
    private static final Duration KEYS_LIFETIME = Duration.ofHours(1);

    private final SigningKeys keys;
    private final StatusLists statuses;
    private final Regions regions;
    private final LumbungSettings settings;
    private final Clock clock;
    private final Pages pages;

    record Keys(String issuer, List<Key> keys) {}

    /** A JSON Web Key (RFC 7517). */
    record Key(String kid, String kty, String crv, String x, String y) {}

    record Status(String asOf, int bits, String list) {}

    CheckController(
            SigningKeys keys,
            StatusLists statuses,
            Regions regions,
            LumbungSettings settings,
            Clock clock,
            Pages pages) {
        this.keys = keys;
        this.statuses = statuses;
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/c")
    ModelAndView check() {
        return pages.show("licensing/check", "");
    }

    /** The check page without a statement says how to scan; there is nothing to type in. */
    @GetMapping("/cek")
    String howToCheck() {
        return "redirect:/c";
    }

    @GetMapping("/c/keys.json")
    ResponseEntity<Keys> keys() {
        List<Key> list = keys.publicKeys().stream().map(CheckController::key).toList();
        Keys answer = new Keys(issuer(), list);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS_LIFETIME).cachePublic())
                .eTag(tag(answer.toString()))
                .body(answer);
    }

    @GetMapping("/c/status.json")
    ResponseEntity<Status> status() {
        Status answer =
                new Status(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), 2, statuses.list());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(STATUS_LIFETIME).cachePublic())
                .eTag(tag(answer.toString()))
                .body(answer);
    }

    private String issuer() {
        return "Pemerintah "
                + regions.find(settings.regency()).map(Region::fullName).orElse(settings.regency());
    }

    private static Key key(SigningKeys.PublicKey key) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return new Key(
                key.kid(),
                "EC",
                "P-256",
                base64.encodeToString(Signatures.coordinate(key.key().getW().getAffineX())),
                base64.encodeToString(Signatures.coordinate(key.key().getW().getAffineY())));
    }

    private static String tag(String content) {
        return "\""
                + DocumentStore.sha256(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 24) + "\"";
    }
}
