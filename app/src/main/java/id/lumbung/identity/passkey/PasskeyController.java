package id.lumbung.identity.passkey;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.RateLimiter;
import id.lumbung.identity.SignedIn;
import id.lumbung.identity.passkey.Ceremony.Shown;
import id.lumbung.identity.signin.AsksAgain;
import id.lumbung.identity.signin.Door;
import id.lumbung.platform.Refused;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A passkey is made, shown at sign-in, shown again before something grave, and removed. The script is {@code passkey.ts}. */
@Controller
class PasskeyController {
    private static final RateLimiter.Limit LIMIT = new RateLimiter.Limit("passkey", 30, 300);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ANSWER = 20_000;

    private final Pages pages;
    private final Ceremony ceremony;
    private final Passkeys passkeys;
    private final Door door;
    private final JdbcClient database;
    private final RateLimiter rateLimiter;
    private final CurrentActor currentActor;

    PasskeyController(
            Pages pages,
            Ceremony ceremony,
            Passkeys passkeys,
            Door door,
            JdbcClient database,
            RateLimiter rateLimiter,
            CurrentActor currentActor) {
        this.pages = pages;
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.door = door;
        this.database = database;
        this.rateLimiter = rateLimiter;
        this.currentActor = currentActor;
    }

    @AsksAgain
    @GetMapping("/akun/saya/kunci/baru")
    ModelAndView blank() {
        return pages.show("identity/new-passkey", "");
    }

    @AsksAgain
    @PostMapping("/akun/saya/kunci/pilihan")
    ResponseEntity<Map<String, Object>> registrationOptions(HttpServletRequest request) {
        Actor me = currentActor.require();
        String signInName = database.sql("select sign_in_name from identity.account where id = :id")
                .param("id", me.account())
                .query(String.class)
                .single();
        return ResponseEntity.ok(ceremony.registrationOptions(me.account(), signInName, me.name(), request));
    }

    @AsksAgain
    @PostMapping("/akun/saya/kunci")
    ResponseEntity<Map<String, Object>> register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request) {
        String called = name.isBlank() ? pages.texts(request).t("identity.passkey") : name.strip();
        if (credential.length() > LONGEST_ANSWER || called.length() > LONGEST_NAME) {
            return no(request, "identity.passkey.not-taken", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            boolean taken = ceremony.register(currentActor.require().account(), called, credential, request);
            return taken
                    ? ResponseEntity.ok(Map.of("next", "/akun/saya"))
                    : no(request, "identity.passkey.not-taken", HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            return no(request, refused.messageKey(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @AsksAgain
    @PostMapping("/akun/saya/kunci/{key}/hapus")
    String remove(@PathVariable UUID key, RedirectAttributes attributes) {
        passkeys.remove(currentActor.require().account(), key);
        return Pages.redirect("/akun/saya", attributes, "identity.passkey.removed");
    }

    @PostMapping("/masuk/kunci/pilihan")
    ResponseEntity<Map<String, Object>> signInOptions(HttpServletRequest request) {
        if (!rateLimiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return no(request, "platform.error.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        return ResponseEntity.ok(ceremony.signInOptions(request));
    }

    /** For sign-in; for somebody who is in already, to show again that it is still the owner. */
    @PostMapping("/masuk/kunci")
    ResponseEntity<Map<String, Object>> show(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String lanjut,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (credential.length() > LONGEST_ANSWER
                || door.delay("", request).isPositive()
                || !rateLimiter.tryAcquire(LIMIT, RateLimiter.addressOf(request))) {
            return no(request, "platform.error.too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Shown> shown = ceremony.show(credential, request);
        if (shown.isEmpty()) {
            door.failed("", request);
            return no(request, "identity.passkey.not-accepted", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Shown key = shown.get();
        Actor here = currentActor.find().orElse(null);
        SignedIn who = here == null ? null : Door.whoIsIn().orElse(null);
        Optional<String> next = here == null || who == null
                ? door.enter(key.account(), key.verified(), lanjut, request, response)
                : Optional.of(Door.pathAfter(lanjut, here))
                        .filter(path -> door.provenAgain(who, key.account(), key.verified(), request, response));
        return next.map(path -> ResponseEntity.ok(Map.<String, Object>of("next", path)))
                .orElseGet(() -> no(request, "identity.passkey.not-accepted", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ResponseEntity<Map<String, Object>> no(HttpServletRequest request, String key, HttpStatus status) {
        return ResponseEntity.status(status)
                .body(Map.of("problem", pages.texts(request).t(key)));
    }
}
