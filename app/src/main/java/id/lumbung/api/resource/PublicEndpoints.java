package id.lumbung.api.resource;

import id.lumbung.api.document.Endpoint;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.identity.RateLimiter;
import id.lumbung.licensing.application.ApplicationDesk;
import id.lumbung.licensing.statement.StatusLists;
import id.lumbung.privacy.request.RequestDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may ask. */
@RestController
@RequestMapping(path = ApiPaths.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class PublicEndpoints {
    private final ApplicationDesk desk;
    private final RequestDesk requests;
    private final StatusLists statuses;
    private final RateLimiter limiter;
    private final Clock clock;

    PublicEndpoints(
            ApplicationDesk desk, RequestDesk requests, StatusLists statuses, RateLimiter limiter, Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.statuses = statuses;
        this.limiter = limiter;
        this.clock = clock;
    }

    record Code(String code) {}

    /** The code of a slip and the NIK of who made the request. */
    record Slip(String code, String nik) {
        @Override
        public String toString() {
            return "Slip[…]";
        }
    }

    /** Two bits for every sheet ever signed: 0 valid, 1 revoked, 2 superseded, 3 warned. */
    record Status(Instant asOf, int bits, String list) {}

    /** Where a case stands, to whoever has the code of the receipt; the code is in the body, not in the address. */
    @PostMapping("/case-status")
    @Endpoint(open = true, pages = "POST /lacak")
    ApplicationDesk.Followed followCase(@RequestBody Code code, HttpServletRequest request) {
        if (!limiter.tryAcquire("follow", RateLimiter.addressOf(request))) {
            throw new ApiRefusal(ApiProblem.TOO_MANY_REQUESTS);
        }
        return desk.follow(code.code()).orElseThrow(() -> new ApiRefusal(ApiProblem.NOT_VALID, "code"));
    }

    /** The answer to a request about personal data, to whoever has the slip and knows the NIK. */
    @PostMapping("/my-data")
    @Endpoint(open = true, pages = "POST /data-saya")
    RequestDesk.Opened openMyData(@RequestBody Slip slip, HttpServletRequest request) {
        if (!limiter.tryAcquire(new RateLimiter.Limit("my-data", 10, 60), RateLimiter.addressOf(request))) {
            throw new ApiRefusal(ApiProblem.TOO_MANY_REQUESTS);
        }
        return requests.open(slip.code(), slip.nik()).orElseThrow(() -> new ApiRefusal(ApiProblem.NOT_VALID, "code"));
    }

    @GetMapping("/licence-status")
    @Endpoint(open = true, pages = "GET /c/status.json")
    ResponseEntity<Status> getLicenceStatus() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(new Status(clock.instant().truncatedTo(ChronoUnit.SECONDS), 2, statuses.list()));
    }
}
