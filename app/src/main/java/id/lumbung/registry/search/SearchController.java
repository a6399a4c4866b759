package id.lumbung.registry.search;

import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Pages;
import id.lumbung.reference.Region;
import id.lumbung.reference.RegionLevel;
import id.lumbung.reference.Regions;
import id.lumbung.registry.KnownMatch;
import id.lumbung.registry.page.SearchPage;
import id.lumbung.registry.sheet.EnterpriseView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The register. What is searched goes by POST, since it may be a NIK or a telephone number, and these stand in no address
 * and no log.
 */
@Controller
class SearchController {
    private final EnterpriseSearch search;
    private final EnterpriseView view;
    private final Regions regions;
    private final CurrentActor currentActor;
    private final Pages pages;

    SearchController(
            EnterpriseSearch search, EnterpriseView view, Regions regions, CurrentActor currentActor, Pages pages) {
        this.search = search;
        this.view = view;
        this.regions = regions;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping("/usaha")
    public ModelAndView register(
            @RequestParam(name = "wilayah", required = false) @Nullable String regionCode,
            @RequestParam(name = "halaman", defaultValue = "1") int page,
            HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.SEE_REGISTER);
        Texts texts = pages.texts(request);
        if (regionCode != null) {
            return pages.show("registry/search", listing(regionCode, Math.max(1, page), texts));
        }
        return pages.show("registry/search", page("", false, search.newest(), texts));
    }

    @PostMapping("/usaha")
    public ModelAndView search(@RequestParam String q, HttpServletRequest request) {
        currentActor.require().requireAnywhere(Permission.SEE_REGISTER);
        Texts texts = pages.texts(request);
        if (q.isBlank()) {
            return pages.show("registry/search", page("", false, search.newest(), texts));
        }
        String typed = q.length() > 200 ? q.substring(0, 200) : q;
        return pages.show("registry/search", page(typed, true, search.search(typed), texts));
    }

    private SearchPage page(String typed, boolean searched, EnterpriseSearch.Answer answer, Texts texts) {
        return new SearchPage(
                EnterpriseSearch.isPersonal(typed) ? "" : typed,
                searched,
                answer.more(),
                answer.found().stream().map(found -> hit(found, texts)).toList(),
                elsewhere(answer.elsewhere(), texts),
                answer.regions().stream()
                        .map(found -> new SearchPage.RegionLink(
                                found.region().code(), found.region().fullName(), found.enterprises()))
                        .toList(),
                null);
    }

    private SearchPage listing(String regionCode, int number, Texts texts) {
        Region region = regions.find(regionCode)
                .filter(found -> found.level() == RegionLevel.KECAMATAN || found.level() == RegionLevel.VILLAGE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SearchPage.Listing listing = new SearchPage.Listing(
                view.place(regionCode, texts),
                search.countIn(region),
                number,
                EnterpriseSearch.PAGE,
                "/usaha?wilayah=" + region.code() + "&halaman=");
        List<SearchPage.Hit> hits = search.in(region, number).stream()
                .map(found -> hit(found, texts))
                .toList();
        return new SearchPage("", false, false, hits, List.of(), List.of(), listing);
    }

    private SearchPage.Hit hit(EnterpriseSearch.Found found, Texts texts) {
        EnterpriseLines.Line line = found.line();
        return new SearchPage.Hit(
                line.id().toString(),
                line.number(),
                line.name(),
                line.owners(),
                view.place(line.regionCode(), texts),
                found.reasons().stream()
                        .map(why -> texts.t(why.key(), why.arguments().toArray()))
                        .toList());
    }

    private static List<String> elsewhere(List<KnownMatch> matches, Texts texts) {
        return matches.stream()
                .filter(KnownMatch::outsideTerritory)
                .map(match -> texts.t("registry.known.elsewhere", match.businesses(), match.kecamatan()))
                .toList();
    }
}
