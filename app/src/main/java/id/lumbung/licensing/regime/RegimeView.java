package id.lumbung.licensing.regime;

import id.lumbung.licensing.regime.page.RegimePage;
import id.lumbung.licensing.regime.page.RegimesPage;
import id.lumbung.platform.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts regimes into words. */
@Component
class RegimeView {
    private final Regimes regimes;
    private final Clock clock;

    RegimeView(Regimes regimes, Clock clock) {
        this.regimes = regimes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RegimesPage all(Texts texts) {
        LocalDate today = LocalDate.now(clock);
        List<RegimeVersion> newest = regimes.codes().stream()
                .map(code -> regimes.versionsOf(code).getFirst())
                .toList();
        LocalDate begin = newest.stream()
                .map(RegimeVersion::from)
                .min(LocalDate::compareTo)
                .orElse(today);
        long days = Math.max(1, ChronoUnit.DAYS.between(begin, today));
        return new RegimesPage(newest.stream()
                .map(version -> line(version, begin, days, today, texts))
                .toList());
    }

    private static RegimesPage.Line line(
            RegimeVersion version, LocalDate begin, long days, LocalDate today, Texts texts) {
        LocalDate to = version.to();
        LocalDate end = to == null || to.isAfter(today) ? today : to;
        int start = (int) (100 * ChronoUnit.DAYS.between(begin, version.from()) / days);
        int length = (int) Math.max(1, 100 * ChronoUnit.DAYS.between(version.from(), end) / days);
        return new RegimesPage.Line(
                "/rezim/" + version.code(),
                version.code(),
                version.name().in(texts),
                texts.t("regime.kind." + version.kind().name()),
                texts.date(version.from()),
                to == null ? texts.t("regime.open") : texts.date(to),
                Integer.toString(version.number()),
                version.holdsOn(today),
                Math.max(0, start),
                length);
    }

    RegimePage one(RegimeVersion version, List<RegimeVersion> versions, Texts texts) {
        LocalDate to = version.to();
        String period = texts.t(
                "regime.period", texts.date(version.from()), to == null ? texts.t("regime.open") : texts.date(to));
        boolean issued = version.kind() == RegimeKind.ISSUED;
        return new RegimePage(
                new RegimePage.Head(
                        version.code(),
                        version.name().in(texts),
                        texts.t("regime.kind." + version.kind().name()),
                        period,
                        version.number(),
                        version.number() == versions.getFirst().number()),
                facts(version, texts),
                version.basis().lines(),
                version.procedure().states().stream()
                        .map(state -> new RegimePage.StateLine(
                                state.code(),
                                state.name().in(texts),
                                state.ended(),
                                state.forApplicant().in(texts)))
                        .toList(),
                version.procedure().transitions().stream()
                        .map(step -> step(version, step, texts))
                        .toList(),
                version.procedure().attachments().stream()
                        .map(kind -> new RegimePage.PaperLine(
                                kind.name().in(texts), kind.hint().in(texts), kind.required(), kind.imageOnly()))
                        .toList(),
                version.grounds().refusal().stream()
                        .map(ground -> new RegimePage.GroundLine(ground.name().in(texts), 0))
                        .toList(),
                version.grounds().revocation().stream()
                        .map(ground -> new RegimePage.GroundLine(ground.name().in(texts), ground.warnings()))
                        .toList(),
                issued && !version.procedure().states().isEmpty()
                        ? StateDiagram.draw(version.procedure(), texts)
                        : null,
                versions.stream()
                        .map(other -> new RegimePage.VersionLine(
                                "/rezim/" + other.code() + "?versi=" + other.number(),
                                other.number(),
                                texts.date(other.from()),
                                other.number() == version.number()))
                        .toList());
    }

    private static RegimePage.StepLine step(RegimeVersion version, Transition step, Texts texts) {
        return new RegimePage.StepLine(
                version.procedure().state(step.from()).name().in(texts),
                step.name().in(texts),
                version.procedure().state(step.to()).name().in(texts),
                words("regime.role.", step.roles(), texts),
                step.secondPerson(),
                step.clock() == ClockEffect.NONE
                        ? ""
                        : texts.t("regime.clock." + step.clock().name()),
                words("regime.asked.", step.asks(), texts),
                step.effect() == CaseEffect.NONE
                        ? ""
                        : texts.t("regime.effect." + step.effect().name()));
    }

    private static String words(String beginning, Collection<? extends Enum<?>> constants, Texts texts) {
        return String.join(
                ", ",
                constants.stream()
                        .sorted(Comparator.comparingInt(constant -> constant.ordinal()))
                        .map(constant -> texts.t(beginning + constant.name()))
                        .toList());
    }

    private List<RegimePage.Fact> facts(RegimeVersion version, Texts texts) {
        List<RegimePage.Fact> facts = new ArrayList<>();
        facts.add(new RegimePage.Fact(texts.t("regime.source"), version.basis().source()));
        facts.add(new RegimePage.Fact(texts.t("regime.fee"), texts.t("regime.fee.none")));
        if (version.kind() == RegimeKind.RECORDED) {
            return facts;
        }
        Deadline deadline = version.procedure().deadline();
        String effect = texts.t("regime.deadline." + deadline.effect().name());
        var escalateTo = deadline.escalateTo();
        facts.add(new RegimePage.Fact(
                texts.t("regime.deadline"),
                texts.t("regime.deadline.days", deadline.workingDays())
                        + "; "
                        + effect
                        + (escalateTo == null ? "" : ": " + texts.t("regime.role." + escalateTo.name()))));
        LicenceForm licence = version.licence();
        facts.add(new RegimePage.Fact(texts.t("regime.number"), licence.number().template()));
        facts.add(new RegimePage.Fact(
                texts.t("regime.number.example"), licence.number().format(12, "35.07.13", LocalDate.now(clock))));
        Integer years = licence.validityYears();
        facts.add(new RegimePage.Fact(
                texts.t("regime.validity"),
                years == null ? texts.t("regime.validity.open") : texts.t("regime.validity.years", years)));
        String onBehalf = licence.onBehalf();
        facts.add(new RegimePage.Fact(
                texts.t("regime.signatory"), (onBehalf == null ? "" : onBehalf + " ") + licence.signatoryTitle()));
        return facts;
    }
}
