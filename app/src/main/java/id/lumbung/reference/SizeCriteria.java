package id.lumbung.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The size criteria of UU 20/2008 pasal 6 and PP 7/2021 pasal 35, and BPS's by workers, as dated rows. Upper bounds are
 * inclusive ("paling banyak"), lower bounds exclusive ("lebih dari").
 */
@Component
public class SizeCriteria {

    private static final String ALL = """
            select law, article, valid_from, valid_to, measure, size_class, at_most
              from reference.size_criterion
             order by valid_from, measure, at_most
             limit 500
            """;

    private static final String IN_FORCE = """
            select law, article, valid_from, valid_to, measure, size_class, at_most
              from reference.size_criterion
             where valid_from <= :day
               and (valid_to is null or valid_to >= :day)
             order by measure, at_most
             limit 100
            """;

    private final JdbcClient jdbc;

    public SizeCriteria(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SizeCriterion> inForce(LocalDate day) {
        return jdbc.sql(IN_FORCE)
                .param("day", day)
                .query(SizeCriteria::criterion)
                .list();
    }

    public List<SizeCriterion> all() {
        return jdbc.sql(ALL).query(SizeCriteria::criterion).list();
    }

    /**
     * The class a value falls into by these rows: the lowest row of the measure whose bound is not exceeded, LARGE above
     * the highest, empty when no row speaks of the measure.
     */
    public static Optional<SizeClass> classOf(List<SizeCriterion> rows, Measure measure, long value) {
        List<SizeCriterion> ofMeasure = rows.stream()
                .filter(row -> row.measure() == measure)
                .sorted(Comparator.comparingLong(SizeCriterion::atMost))
                .toList();
        if (ofMeasure.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ofMeasure.stream()
                .filter(row -> value <= row.atMost())
                .map(SizeCriterion::sizeClass)
                .findFirst()
                .orElse(SizeClass.LARGE));
    }

    private static SizeCriterion criterion(ResultSet row, int number) throws SQLException {
        return new SizeCriterion(
                row.getString("law"),
                row.getString("article"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Measure.valueOf(row.getString("measure")),
                SizeClass.valueOf(row.getString("size_class")),
                row.getLong("at_most"));
    }
}
