package id.lumbung.intake.rule;

import java.util.List;
import java.util.Set;

/** All rules, in the order in which they are told. */
public final class Rules {
    /** Code of the rule against repeated rows. */
    public static final String REPEATED = "row-repeated";

    /** Codes of the rules by which a row is of another region. */
    public static final Set<String> ELSEWHERE = Set.of("elsewhere", "elsewhere-coordinates", "outside-region");

    private Rules() {}

    /** For one run: the rule against repeated rows remembers what it has seen. */
    public static List<Rule> forRun() {
        return List.of(
                new NameMissing(),
                new OwnerMissing(),
                new NameIsNumber(),
                new RepeatedRow(),
                new NikScientific(),
                new NikRounded(),
                new NikLength(),
                new NikImpossible(),
                new NumberOverflow(),
                new NibUnreadable(),
                new PhoneUnreadable(),
                new PhoneDamaged(),
                new KecamatanUnknown(),
                new OtherRegency(),
                new VillageUnknown(),
                new VillageAmbiguous(),
                new PlaceMissing(),
                new DateUnreadable(),
                new AmountUnreadable(),
                new AmountNegative(),
                new WorkersImplausible(),
                new YearImplausible(),
                new CoordinateOutside(),
                new CellError(),
                new RowTooLong());
    }
}
