package id.lumbung.matching.review;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.identity.ReadingLog;
import id.lumbung.matching.MatchingProblem;
import id.lumbung.matching.page.BusinessPage;
import id.lumbung.matching.pair.Businesses;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /pencocokan/usaha: all records of one business, what each says, and taking one out. */
@Controller
@RequestMapping("/pencocokan/usaha")
class BusinessController {
    private static final String PATH = MatchController.PATH + "/usaha/";

    private final MatchDesk desk;
    private final Businesses businesses;
    private final Faces faces;
    private final ReadingLog readingLog;
    private final CurrentActor currentActor;
    private final Pages pages;

    BusinessController(
            MatchDesk desk,
            Businesses businesses,
            Faces faces,
            ReadingLog readingLog,
            CurrentActor currentActor,
            Pages pages) {
        this.desk = desk;
        this.businesses = businesses;
        this.faces = faces;
        this.readingLog = readingLog;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    /** By any of its records: an identifier that a business had once leads to what it is now. */
    @GetMapping("/{id}")
    @Transactional
    public ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        return pages.show("matching/business", page(businesses.of(id).orElse(id), null, request));
    }

    @PostMapping("/{id}/lepaskan")
    public Object split(
            @PathVariable UUID id,
            @RequestParam UUID anggota,
            @RequestParam(defaultValue = "") String alasan,
            RedirectAttributes attributes,
            HttpServletRequest request) {
        try {
            desk.split(id, anggota, alasan);
            return Pages.redirect(PATH + id, attributes, "matching.done.split");
        } catch (Refused refused) {
            if (refused.code() == MatchingProblem.BUSINESS_NOT_FOUND) {
                throw refused;
            }
            return pages.invalid(
                    "matching/business", page(id, pages.texts(request).t(refused), request));
        }
    }

    private BusinessPage page(UUID business, @Nullable String refused, HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.SEE_MATCHES);
        Texts texts = pages.texts(request);
        List<UUID> records = businesses.members(business).stream()
                .map(Businesses.Member::record)
                .toList();
        List<Face> shown = faces.of(records, texts);
        if (shown.isEmpty()) {
            throw new Refused(MatchingProblem.BUSINESS_NOT_FOUND, "matching.business.gone");
        }
        shown.forEach(face -> readingLog.record(
                face.list() == null ? "enterprise" : "list-record", face.id(), "page", "comparing", face.regionCode()));
        boolean judges = shown.stream()
                .allMatch(face -> currentActor.require().may(Permission.JUDGE_MATCHES, face.regionCode()));
        Face first = shown.getFirst();
        return new BusinessPage(
                PATH + business,
                first.facts().getOrDefault("matching.fact.business", first.title()),
                shown.stream()
                        .map(face -> new BusinessPage.Member(
                                face.id().toString(),
                                face.title(),
                                texts.t(face.kind()),
                                face.href(),
                                judges && shown.size() > 1 && face.list() != null))
                        .toList(),
                facts(shown, texts),
                judges,
                refused);
    }

    /** The first that states a fact counts: the register before lists, a list that came in later before an earlier one. */
    private static List<BusinessPage.Fact> facts(List<Face> faces, Texts texts) {
        Set<String> labels = new LinkedHashSet<>();
        faces.forEach(face -> labels.addAll(face.facts().keySet()));
        List<BusinessPage.Fact> facts = new ArrayList<>();
        for (String label : labels) {
            List<BusinessPage.Said> said = new ArrayList<>();
            for (Face face : faces) {
                String value = face.facts().get(label);
                if (value != null) {
                    said.add(new BusinessPage.Said(SideBySide.shown(label, value), face.title(), said.isEmpty()));
                }
            }
            facts.add(new BusinessPage.Fact(texts.t(label), said));
        }
        return facts;
    }
}
