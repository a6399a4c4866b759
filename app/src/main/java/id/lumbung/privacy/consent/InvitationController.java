package id.lumbung.privacy.consent;

import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.Permission;
import id.lumbung.platform.FieldProblems;
import id.lumbung.platform.Invalid;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.PlainTable;
import id.lumbung.platform.Texts;
import id.lumbung.platform.page.Choice;
import id.lumbung.platform.page.Pages;
import id.lumbung.privacy.consent.page.InvitationPage;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who may be invited: how many on the page, who and how to reach them in a file. */
@Controller
@RequestMapping("/data-pribadi/undangan")
class InvitationController {
    private final InvitationDesk desk;
    private final Regions regions;
    private final CurrentActor currentActor;
    private final LumbungSettings settings;
    private final Pages pages;

    InvitationController(
            InvitationDesk desk, Regions regions, CurrentActor currentActor, LumbungSettings settings, Pages pages) {
        this.desk = desk;
        this.regions = regions;
        this.currentActor = currentActor;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        if (purpose.isEmpty() && region.isEmpty()) {
            return pages.show("privacy/invitations", page(purpose, region, new FieldProblems(), null, texts));
        }
        try {
            int count = desk.count(new InvitationDesk.ContactsWanted(purpose, region));
            return pages.show("privacy/invitations", page(purpose, region, new FieldProblems(), count, texts));
        } catch (Invalid invalid) {
            return pages.invalid("privacy/invitations", page(purpose, region, invalid.asProblems(), null, texts));
        }
    }

    @PostMapping("/unduh")
    Object download(
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request) {
        Texts texts = pages.texts(request);
        try {
            List<InvitationDesk.Invitee> list = desk.list(new InvitationDesk.ContactsWanted(purpose, region));
            String csv = PlainTable.csv(
                    List.of(
                            texts.t("privacy.fact.name"),
                            texts.t("privacy.fact.business"),
                            texts.t("privacy.invitation.number"),
                            texts.t("privacy.invitation.region"),
                            texts.t("privacy.fact.contact"),
                            texts.t("privacy.invitation.only-for")),
                    list.stream()
                            .map(one -> List.of(
                                    one.name(),
                                    one.business(),
                                    one.number(),
                                    regions.find(one.regionCode())
                                            .map(Region::name)
                                            .orElse(one.regionCode()),
                                    String.join("; ", one.contacts()),
                                    title(purpose, texts)))
                            .toList());
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(PlainTable.CSV))
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"undangan-" + region + "-" + purpose + ".csv\"")
                    .body(csv.getBytes(StandardCharsets.UTF_8));
        } catch (Invalid invalid) {
            return pages.invalid("privacy/invitations", page(purpose, region, invalid.asProblems(), null, texts));
        }
    }

    private String title(String purpose, Texts texts) {
        return desk.choices().stream()
                .filter(one -> one.code().equals(purpose))
                .map(one -> one.title().in(texts))
                .findFirst()
                .orElse(purpose);
    }

    private InvitationPage page(
            String purpose, String region, FieldProblems problems, @Nullable Integer count, Texts texts) {
        Actor actor = currentActor.require();
        actor.requireAnywhere(Permission.LIST_CONSENTING);
        List<Region> all = new ArrayList<>(List.of(regions.get(settings.regency())));
        all.addAll(regions.kecamatanOf(settings.regency()));
        return new InvitationPage(
                desk.choices().stream()
                        .map(one -> new Choice(one.code(), one.title().in(texts)))
                        .toList(),
                all.stream()
                        .filter(one -> actor.may(Permission.LIST_CONSENTING, one.code()))
                        .map(one -> new Choice(one.code(), one.name()))
                        .toList(),
                purpose,
                region,
                problems,
                count);
    }
}
