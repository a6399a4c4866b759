package id.lumbung.registry;

import id.lumbung.reference.Measure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be observed of an enterprise as a number. A kind that was not observed is unknown, never zero. */
public enum ObservationKind {
    /** Rupiah in a year. */
    ANNUAL_SALES(Unit.RUPIAH, Measure.ANNUAL_SALES),
    /** Assets less debts, without land and building of the place of business. */
    NET_ASSETS(Unit.RUPIAH, Measure.NET_ASSETS),
    /** Own and borrowed capital, without land and building of the place of business. */
    CAPITAL(Unit.RUPIAH, Measure.CAPITAL),
    /** Worth of land and building of the place of business; never part of a size. */
    LAND_AND_BUILDING(Unit.RUPIAH, null),
    /** Fixed assets as surveys ask for them, land and building included; never part of a size. */
    FIXED_ASSETS(Unit.RUPIAH, null),
    /** All paid workers. */
    WORKERS_PAID(Unit.PERSONS, null),
    /** All unpaid workers, family included. */
    WORKERS_UNPAID(Unit.PERSONS, null),
    WORKERS_PAID_MALE(Unit.PERSONS, null),
    WORKERS_PAID_FEMALE(Unit.PERSONS, null),
    WORKERS_PAID_DISABLED_MALE(Unit.PERSONS, null),
    WORKERS_PAID_DISABLED_FEMALE(Unit.PERSONS, null),
    WORKERS_UNPAID_MALE(Unit.PERSONS, null),
    WORKERS_UNPAID_FEMALE(Unit.PERSONS, null),
    WORKERS_UNPAID_DISABLED_MALE(Unit.PERSONS, null),
    WORKERS_UNPAID_DISABLED_FEMALE(Unit.PERSONS, null);

    /** What the number counts. */
    public enum Unit {
        RUPIAH,
        PERSONS
    }

    private final Unit unit;
    private final @Nullable Measure measure;

    ObservationKind(Unit unit, @Nullable Measure measure) {
        this.unit = unit;
        this.measure = measure;
    }

    public Unit unit() {
        return unit;
    }

    /** The measure of a size criterion that it is, if it is one by itself. */
    public Optional<Measure> measure() {
        return Optional.ofNullable(measure);
    }

    public String messageKey() {
        return "registry.observation." + name();
    }
}
