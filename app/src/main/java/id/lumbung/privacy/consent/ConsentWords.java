package id.lumbung.privacy.consent;

import id.lumbung.platform.Texts;
import id.lumbung.privacy.consent.page.ConsentLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts where a purpose stands into words. */
@Component
public final class ConsentWords {
    public List<ConsentLine> lines(List<ConsentDesk.Line> lines, Texts texts) {
        return lines.stream().map(line -> line(line, texts)).toList();
    }

    private static ConsentLine line(ConsentDesk.Line line, Texts texts) {
        return new ConsentLine(
                line.purpose().title().in(texts),
                line.purpose().sentence().in(texts),
                texts.t(line.purpose().needsConsent() ? "privacy.basis.consent" : "privacy.basis.law") + " ("
                        + line.purpose().source() + ")",
                "privacy.consent.standing." + line.standing(),
                switch (line.standing()) {
                    case NOT_NEEDED, NEVER_ASKED -> "";
                    case GIVEN -> "ok";
                    case NOT_GIVEN -> "stop";
                },
                line.saidOn() == null || line.how() == null
                        ? ""
                        : texts.t(
                                "privacy.consent.said",
                                texts.date(line.saidOn()),
                                texts.t("privacy.consent.how." + line.how())));
    }
}
