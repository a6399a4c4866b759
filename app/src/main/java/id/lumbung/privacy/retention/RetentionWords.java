package id.lumbung.privacy.retention;

import id.lumbung.platform.Texts;
import org.springframework.stereotype.Component;

/** Puts a class into words. */
@Component
final class RetentionWords {
    String title(RetentionDesk.ClassLine line, Texts texts) {
        return texts.lang().equals("en") ? line.titleEn() : line.titleId();
    }

    /** As "180 days after its last change, what was typed and its papers go; the number stays". */
    String rule(RetentionDesk.ClassLine line, Texts texts) {
        Integer days = line.days();
        return days == null
                ? texts.t("privacy.effect.KEEP")
                : texts.t(
                        "privacy.retention.rule",
                        days,
                        texts.t("privacy.event." + line.event()),
                        texts.t("privacy.effect." + line.effect()));
    }

    String count(RetentionDesk.ClassLine line, Texts texts) {
        return line.days() == null ? "–" : texts.t("privacy.retention.count", line.due(), line.held());
    }
}
