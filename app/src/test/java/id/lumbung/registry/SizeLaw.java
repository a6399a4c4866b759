package id.lumbung.registry;

import id.lumbung.reference.Measure;
import id.lumbung.reference.SizeClass;
import id.lumbung.reference.SizeCriterion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The criteria as UU 20/2008 pasal 6 and PP 7/2021 pasal 35 state them, for tests without a database. */
final class SizeLaw {
    private static final LocalDate UU = LocalDate.of(2008, 7, 4);
    private static final LocalDate PP = LocalDate.of(2021, 2, 2);
    private static final List<SizeCriterion> ROWS = List.of(
            row(UU, PP.minusDays(1), Measure.NET_ASSETS, SizeClass.MICRO, 50_000_000L),
            row(UU, PP.minusDays(1), Measure.NET_ASSETS, SizeClass.SMALL, 500_000_000L),
            row(UU, PP.minusDays(1), Measure.NET_ASSETS, SizeClass.MEDIUM, 10_000_000_000L),
            row(UU, PP.minusDays(1), Measure.ANNUAL_SALES, SizeClass.MICRO, 300_000_000L),
            row(UU, PP.minusDays(1), Measure.ANNUAL_SALES, SizeClass.SMALL, 2_500_000_000L),
            row(UU, PP.minusDays(1), Measure.ANNUAL_SALES, SizeClass.MEDIUM, 50_000_000_000L),
            row(PP, null, Measure.CAPITAL, SizeClass.MICRO, 1_000_000_000L),
            row(PP, null, Measure.CAPITAL, SizeClass.SMALL, 5_000_000_000L),
            row(PP, null, Measure.CAPITAL, SizeClass.MEDIUM, 10_000_000_000L),
            row(PP, null, Measure.ANNUAL_SALES, SizeClass.MICRO, 2_000_000_000L),
            row(PP, null, Measure.ANNUAL_SALES, SizeClass.SMALL, 15_000_000_000L),
            row(PP, null, Measure.ANNUAL_SALES, SizeClass.MEDIUM, 50_000_000_000L),
            row(UU, null, Measure.WORKERS, SizeClass.MICRO, 4),
            row(UU, null, Measure.WORKERS, SizeClass.SMALL, 19),
            row(UU, null, Measure.WORKERS, SizeClass.MEDIUM, 99));

    private SizeLaw() {}

    static List<SizeCriterion> on(LocalDate day) {
        return ROWS.stream().filter(row -> row.inForce(day)).toList();
    }

    private static SizeCriterion row(
            LocalDate from, @Nullable LocalDate to, Measure measure, SizeClass sizeClass, long atMost) {
        String law = from.equals(UU) ? "UU 20/2008" : "PP 7/2021";
        return new SizeCriterion(law, "Pasal", from, to, measure, sizeClass, atMost);
    }
}
