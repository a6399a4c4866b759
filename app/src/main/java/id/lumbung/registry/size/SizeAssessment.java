package id.lumbung.registry.size;

import id.lumbung.reference.CombinationRule;
import id.lumbung.reference.Measure;
import id.lumbung.reference.SizeClass;
import id.lumbung.reference.SizeCriterion;
import id.lumbung.registry.ObservationKind;
import id.lumbung.registry.ObservedFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The size class of an enterprise on a day, and why. It follows from observations and the law in force on that day and is
 * stored nowhere. Unknown is an answer of its own and not "micro".
 *
 * <p>Where criteria for capital are in force (PP 7/2021 pasal 35), one measure decides: capital when a business founded
 * since then is registered, annual sales for older businesses and for programmes. Before (UU 20/2008 pasal 6), net assets
 * and annual sales are combined by the office's rule. Bounds are inclusive. Land and building of the place of business do
 * not count. The number of workers (BPS) is a classification of its own and never decides.
 *
 * @param sizeClass null when it cannot be known
 * @param foundedOn null when unknown
 * @param workers the class by number of workers, beside the legal one
 */
public record SizeAssessment(
        @Nullable SizeClass sizeClass,
        LocalDate on,
        Purpose purpose,
        @Nullable LocalDate foundedOn,
        SizeRule rule,
        List<MeasureLine> lines,
        @Nullable MeasureLine workers) {
    private static final Set<ObservationKind> PAID_CELLS = EnumSet.of(
            ObservationKind.WORKERS_PAID_MALE,
            ObservationKind.WORKERS_PAID_FEMALE,
            ObservationKind.WORKERS_PAID_DISABLED_MALE,
            ObservationKind.WORKERS_PAID_DISABLED_FEMALE);
    private static final Set<ObservationKind> UNPAID_CELLS = EnumSet.of(
            ObservationKind.WORKERS_UNPAID_MALE,
            ObservationKind.WORKERS_UNPAID_FEMALE,
            ObservationKind.WORKERS_UNPAID_DISABLED_MALE,
            ObservationKind.WORKERS_UNPAID_DISABLED_FEMALE);

    public SizeAssessment {
        lines = List.copyOf(lines);
    }

    public Optional<SizeClass> known() {
        return Optional.ofNullable(sizeClass);
    }

    /**
     * Assesses.
     *
     * @param observations all that is known, in the order in which it became known; of two for the same day the later
     *     one corrects the earlier
     * @param criteria those in force on the day
     * @param combination how several measures become one class where the law leaves it open
     */
    public static SizeAssessment assess(
            List<ObservedFact> observations,
            List<SizeCriterion> criteria,
            CombinationRule combination,
            @Nullable LocalDate foundedOn,
            Purpose purpose,
            LocalDate on) {
        List<ObservedFact> known = observations.stream()
                .filter(observation -> !observation.validOn().isAfter(on))
                .toList();
        SizeRule rule = rule(criteria, combination, foundedOn, purpose);
        Set<Measure> deciding = deciding(rule, purpose);
        List<MeasureLine> lines = new ArrayList<>();
        for (Measure measure : List.of(Measure.CAPITAL, Measure.NET_ASSETS, Measure.ANNUAL_SALES)) {
            line(measure, valueOf(measure, known), criteria, deciding.contains(measure))
                    .ifPresent(lines::add);
        }
        MeasureLine workers =
                line(Measure.WORKERS, workers(known), criteria, false).orElse(null);
        return new SizeAssessment(combined(rule, lines), on, purpose, foundedOn, rule, lines, workers);
    }

    private static SizeRule rule(
            List<SizeCriterion> criteria, CombinationRule combination, @Nullable LocalDate foundedOn, Purpose purpose) {
        Optional<LocalDate> capitalSince = criteria.stream()
                .filter(criterion -> criterion.measure() == Measure.CAPITAL)
                .map(SizeCriterion::from)
                .min(Comparator.naturalOrder());
        if (capitalSince.isPresent()) {
            if (purpose == Purpose.PROGRAMME) {
                return SizeRule.SALES_FOR_PROGRAMME;
            }
            if (foundedOn == null) {
                return SizeRule.CAPITAL_FOUNDING_UNKNOWN;
            }
            return foundedOn.isBefore(capitalSince.get())
                    ? SizeRule.SALES_FOUNDED_BEFORE
                    : SizeRule.CAPITAL_FOUNDED_SINCE;
        }
        if (criteria.stream().allMatch(criterion -> criterion.measure() == Measure.WORKERS)) {
            return SizeRule.NO_LAW;
        }
        return switch (combination) {
            case HIGHEST_CLASS -> SizeRule.HIGHEST_CLASS;
            case ANY_MICRO -> SizeRule.ANY_MICRO;
            case BY_MEASURE -> SizeRule.BY_MEASURE;
        };
    }

    private static Set<Measure> deciding(SizeRule rule, Purpose purpose) {
        return switch (rule) {
            case CAPITAL_FOUNDED_SINCE, CAPITAL_FOUNDING_UNKNOWN -> EnumSet.of(Measure.CAPITAL);
            case SALES_FOUNDED_BEFORE, SALES_FOR_PROGRAMME -> EnumSet.of(Measure.ANNUAL_SALES);
            case HIGHEST_CLASS, ANY_MICRO -> EnumSet.of(Measure.NET_ASSETS, Measure.ANNUAL_SALES);
            case BY_MEASURE -> EnumSet.of(purpose == Purpose.REGISTRATION ? Measure.NET_ASSETS : Measure.ANNUAL_SALES);
            case NO_LAW -> EnumSet.noneOf(Measure.class);
        };
    }

    private static @Nullable SizeClass combined(SizeRule rule, List<MeasureLine> lines) {
        List<SizeClass> classes = lines.stream()
                .filter(MeasureLine::decides)
                .map(MeasureLine::sizeClass)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (classes.isEmpty()) {
            return null;
        }
        return rule == SizeRule.ANY_MICRO ? classes.getFirst() : classes.getLast();
    }

    /** A number with the observation that dates it; sums carry the older date of their parts. */
    private record Value(long amount, ObservedFact from) {}

    private static @Nullable Value valueOf(Measure measure, List<ObservedFact> known) {
        for (ObservationKind kind : ObservationKind.values()) {
            if (kind.measure().filter(measure::equals).isPresent()) {
                return latest(kind, known)
                        .map(fact -> new Value(fact.value(), fact))
                        .orElse(null);
            }
        }
        return null;
    }

    private static Optional<ObservedFact> latest(ObservationKind kind, List<ObservedFact> known) {
        return known.stream()
                .filter(fact -> fact.kind() == kind)
                .reduce((a, b) -> b.validOn().isBefore(a.validOn()) ? a : b);
    }

    /** Paid and unpaid together; when either is missing the whole is unknown, since missing is not zero. */
    private static @Nullable Value workers(List<ObservedFact> known) {
        Value paid = total(ObservationKind.WORKERS_PAID, PAID_CELLS, known);
        Value unpaid = total(ObservationKind.WORKERS_UNPAID, UNPAID_CELLS, known);
        if (paid == null || unpaid == null) {
            return null;
        }
        return new Value(paid.amount() + unpaid.amount(), older(paid.from(), unpaid.from()));
    }

    private static @Nullable Value total(ObservationKind kind, Set<ObservationKind> cells, List<ObservedFact> known) {
        Optional<ObservedFact> stated = latest(kind, known);
        if (stated.isPresent()) {
            return new Value(stated.get().value(), stated.get());
        }
        List<ObservedFact> parts = cells.stream()
                .map(cell -> latest(cell, known))
                .flatMap(Optional::stream)
                .toList();
        if (parts.size() < cells.size()) {
            return null;
        }
        return new Value(
                parts.stream().mapToLong(ObservedFact::value).sum(),
                parts.stream().reduce(SizeAssessment::older).orElseThrow());
    }

    private static ObservedFact older(ObservedFact a, ObservedFact b) {
        return b.validOn().isBefore(a.validOn()) ? b : a;
    }

    private static Optional<MeasureLine> line(
            Measure measure, @Nullable Value value, List<SizeCriterion> criteria, boolean decides) {
        List<SizeCriterion> bounds = criteria.stream()
                .filter(criterion -> criterion.measure() == measure)
                .sorted(Comparator.comparingLong(SizeCriterion::atMost))
                .toList();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        SizeCriterion any = bounds.getFirst();
        if (value == null) {
            return Optional.of(
                    new MeasureLine(measure, null, null, null, null, null, null, any.law(), any.article(), decides));
        }
        ObservedFact from = value.from();
        Optional<SizeCriterion> met = bounds.stream()
                .filter(bound -> value.amount() <= bound.atMost())
                .findFirst();
        return Optional.of(new MeasureLine(
                measure,
                value.amount(),
                from.year(),
                from.validOn(),
                from.source(),
                met.map(SizeCriterion::sizeClass).orElse(SizeClass.LARGE),
                met.map(SizeCriterion::atMost).orElse(null),
                any.law(),
                any.article(),
                decides));
    }
}
