package id.lumbung.api.resource;

import id.lumbung.api.document.Endpoint;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.identity.Permission;
import id.lumbung.privacy.retention.HoldDesk;
import id.lumbung.privacy.retention.RetentionDesk;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long what is kept, what is due and gone, and legal holds. */
@RestController
@RequestMapping(path = ApiPaths.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class RetentionEndpoints {
    private final RetentionDesk desk;
    private final HoldDesk holds;

    RetentionEndpoints(RetentionDesk desk, HoldDesk holds) {
        this.desk = desk;
        this.holds = holds;
    }

    record Holds(List<HoldDesk.Hold> holds) {}

    record Placed(UUID id) {}

    record Lift(String reason) {}

    @GetMapping("/retention")
    @Endpoint(needs = Permission.SEE_RETENTION)
    RetentionDesk.Overview getRetention() {
        return desk.overview();
    }

    @GetMapping("/holds")
    @Endpoint(needs = Permission.SEE_HOLDS)
    Holds listHolds() {
        return new Holds(holds.all());
    }

    /** Of a person by NIK, of an enterprise or a case by number. */
    @PostMapping("/holds")
    @Endpoint(needs = Permission.HOLD_DATA, status = 201, pages = "POST /data-pribadi/penahanan")
    ResponseEntity<Placed> placeHold(@RequestBody HoldDesk.NewHold asked) {
        return ResponseEntity.status(201).body(new Placed(holds.place(asked)));
    }

    @PostMapping("/holds/{id}/lift")
    @Endpoint(needs = Permission.HOLD_DATA, pages = "POST /data-pribadi/penahanan/{id}/cabut")
    Holds liftHold(@PathVariable UUID id, @RequestBody Lift lift) {
        holds.lift(id, lift.reason());
        return new Holds(holds.all());
    }
}
