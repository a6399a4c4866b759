package id.lumbung.privacy.request;

import id.lumbung.identity.ReadingWords;
import id.lumbung.platform.Texts;
import id.lumbung.privacy.held.HeldReport;
import id.lumbung.privacy.request.page.HeldPart;
import id.lumbung.reference.Region;
import id.lumbung.reference.Regions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a report of what is held into words. */
@Component
class HeldWords {
    private final Regions regions;

    HeldWords(Regions regions) {
        this.regions = regions;
    }

    HeldPart part(HeldReport report, Texts texts) {
        return new HeldPart(
                texts.dateTime(report.at()),
                report.sections().stream()
                        .map(section -> section(section, texts))
                        .toList(),
                report.looks().stream().map(look -> look(look, texts)).toList(),
                report.looksInAll() - report.looks().size());
    }

    private static HeldPart.Section section(HeldReport.Section section, Texts texts) {
        List<HeldPart.Fact> facts = section.facts().stream()
                .map(fact -> new HeldPart.Fact(label(fact.label(), texts), fact.value()))
                .toList();
        return new HeldPart.Section(
                texts.t("privacy.category." + section.category()),
                section.about(),
                Arrays.stream(section.source().split(","))
                        .map(source -> texts.t("privacy.source." + source))
                        .collect(Collectors.joining(", ")),
                texts.t("privacy.basis." + section.basis()),
                texts.t("privacy.retention." + section.retention()),
                facts);
    }

    private static String label(String label, Texts texts) {
        return label.startsWith("observation.") ? texts.t("registry." + label) : texts.t("privacy.fact." + label);
    }

    private HeldPart.Look look(HeldReport.Look look, Texts texts) {
        String roles = look.roles();
        String who = roles == null
                ? texts.t("privacy.look.office")
                : Arrays.stream(roles.split(","))
                        .map(role -> texts.t("identity.role." + role))
                        .collect(Collectors.joining(", "));
        return new HeldPart.Look(
                look.at().toString(),
                texts.dateTime(look.at()),
                look.unit() == null ? who : who + ", " + place(look.unit()),
                ReadingWords.what(look.what(), texts),
                ReadingWords.purpose(look.purpose(), texts));
    }

    String place(@Nullable String code) {
        return code == null ? "" : regions.find(code).map(Region::name).orElse(code);
    }
}
