package id.lumbung.licensing.application;

import id.lumbung.licensing.application.page.ReceiptPage;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.platform.key.Vault;
import id.lumbung.reference.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The receipt that the applicant takes home. */
@Component
class ReceiptPages {
    private static final String CARRIED = "caseCode";

    private final Regions regions;
    private final Vault vault;
    private final LumbungSettings settings;

    ReceiptPages(Regions regions, Vault vault, LumbungSettings settings) {
        this.regions = regions;
        this.vault = vault;
        this.settings = settings;
    }

    /** Goes to the receipt, which shows the code this once; on the way, in the session, the code is sealed. */
    String once(UUID id, String code, RedirectAttributes attributes) {
        attributes.addFlashAttribute(
                CARRIED, Base64.getEncoder().encodeToString(vault.sealText(code, CARRIED + ":" + id)));
        return "redirect:/permohonan/" + id + "/tanda-terima";
    }

    /** The code that came along, if one did. */
    @Nullable
    String carried(UUID id, HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(CARRIED) instanceof String closed
                ? vault.openText(Base64.getDecoder().decode(closed), CARRIED + ":" + id)
                : null;
    }

    ReceiptPage receipt(Case of, @Nullable String code, Texts texts) {
        Instant submitted = of.progress().submittedAt();
        LocalDate due = of.progress().dueOn();
        return new ReceiptPage(
                "/permohonan/" + of.id(),
                of.receipt(),
                of.answers().of(Question.BUSINESS_NAME),
                of.answers().of(Question.OWNER_NAME),
                regions.get(of.kecamatan()).name(),
                submitted == null ? null : texts.dateTime(submitted),
                due == null ? null : texts.date(due),
                of.regime().procedure().deadline().workingDays(),
                code,
                settings.publicUrl().replaceFirst("^https?://", "") + "/lacak");
    }
}
