package id.lumbung.api.resource;

import id.lumbung.api.document.Cursors;
import id.lumbung.api.document.Endpoint;
import id.lumbung.api.document.Tags;
import id.lumbung.api.problem.ApiPaths;
import id.lumbung.api.problem.ApiProblem;
import id.lumbung.api.problem.ApiRefusal;
import id.lumbung.licensing.regime.RegimeVersion;
import id.lumbung.licensing.regime.Regimes;
import id.lumbung.licensing.regime.Words;
import id.lumbung.reference.Kbli;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import id.lumbung.reference.Sectors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is the same for everybody: regions, activities, sectors, regimes. */
@RestController
@RequestMapping(path = ApiPaths.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class ReferenceEndpoints {
    private final Regions regions;
    private final Kbli kbli;
    private final Sectors sectors;
    private final Regimes regimes;
    private final Tags tags;
    private final Clock clock;

    ReferenceEndpoints(Regions regions, Kbli kbli, Sectors sectors, Regimes regimes, Tags tags, Clock clock) {
        this.regions = regions;
        this.kbli = kbli;
        this.sectors = sectors;
        this.regimes = regimes;
        this.tags = tags;
        this.clock = clock;
    }

    record Place(String code, String name, String level, String kind, String path) {}

    record Activity(String version, String code, String title, List<String> sectors) {}

    record Sector(String code, Words name) {}

    /** What an application under a regime needs, and what can be done with it. */
    record Regime(
            String code,
            int version,
            Words name,
            LocalDate from,
            @Nullable LocalDate to,
            List<Paper> papers,
            List<Step> steps,
            List<Ground> refusalGrounds,
            List<Ground> revocationGrounds) {}

    record Paper(String code, Words name, boolean required, boolean imageOnly) {}

    record Step(String action, Words name, String from, String to) {}

    record Ground(String code, Words name) {}

    @GetMapping("/regions")
    @Endpoint(pages = {"GET /acuan/wilayah/cari", "GET /permohonan/wilayah"})
    List<Place> searchRegions(
            @RequestParam String q,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "50") int limit) {
        return regions.search(q, within, Math.min(100, Cursors.limit(limit))).stream()
                .map(this::place)
                .toList();
    }

    @GetMapping("/regions/{code}")
    @Endpoint
    ResponseEntity<Place> getRegion(@PathVariable String code) {
        return tags.tagged(place(region(code)), 0);
    }

    @GetMapping("/regions/{code}/parts")
    @Endpoint(pages = "GET /acuan/wilayah/desa")
    ResponseEntity<List<Place>> listPartsOfRegion(@PathVariable String code) {
        region(code);
        return tags.tagged(regions.villagesOf(code).stream().map(this::place).toList(), 0);
    }

    private Region region(String code) {
        return regions.find(code).orElseThrow(() -> new ApiRefusal(ApiProblem.NOT_FOUND));
    }

    private Place place(Region region) {
        return new Place(
                region.code(), region.name(), region.level().name(), region.kind(), regions.path(region.code()));
    }

    /** Codes for what people say they do. */
    @GetMapping("/activities")
    @Endpoint(pages = {"GET /acuan/kbli/cari", "GET /permohonan/kbli"})
    List<Activity> searchActivities(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "20") int limit) {
        String edition =
                version == null ? kbli.versionInForce(LocalDate.now(clock)).code() : version;
        if (kbli.versions().stream().noneMatch(known -> known.code().equals(edition))) {
            throw new ApiRefusal(ApiProblem.BAD_REQUEST, "version");
        }
        return kbli.search(q, edition, Math.min(100, Cursors.limit(limit))).stream()
                .map(hit -> new Activity(
                        hit.kbli().version(),
                        hit.kbli().code(),
                        hit.kbli().title(),
                        hit.sectors().stream().sorted().toList()))
                .toList();
    }

    @GetMapping("/activities/{version}/{code}")
    @Endpoint
    ResponseEntity<Activity> getActivity(@PathVariable String version, @PathVariable String code) {
        return kbli.find(version, code)
                .map(found -> tags.tagged(
                        new Activity(
                                found.version(),
                                found.code(),
                                found.title(),
                                sectors.ofKbli(version, code).stream().sorted().toList()),
                        0))
                .orElseThrow(() -> new ApiRefusal(ApiProblem.NOT_FOUND));
    }

    @GetMapping("/sectors")
    @Endpoint
    List<Sector> listSectors() {
        return sectors.all().stream()
                .map(sector -> new Sector(sector.code(), new Words(sector.nameId(), sector.nameEn())))
                .toList();
    }

    /** The regimes under which the office issues today. */
    @GetMapping("/regimes")
    @Endpoint
    List<Regime> listRegimes() {
        return regimes.issuedOn(LocalDate.now(clock)).stream()
                .map(ReferenceEndpoints::regime)
                .toList();
    }

    private static Regime regime(RegimeVersion version) {
        return new Regime(
                version.code(),
                version.number(),
                version.name(),
                version.from(),
                version.to(),
                version.procedure().attachments().stream()
                        .map(kind -> new Paper(kind.code(), kind.name(), kind.required(), kind.imageOnly()))
                        .toList(),
                version.procedure().transitions().stream()
                        .map(step -> new Step(step.action(), step.name(), step.from(), step.to()))
                        .toList(),
                version.grounds().refusal().stream()
                        .map(ground -> new Ground(ground.code(), ground.name()))
                        .toList(),
                version.grounds().revocation().stream()
                        .map(ground -> new Ground(ground.code(), ground.name()))
                        .toList());
    }
}
