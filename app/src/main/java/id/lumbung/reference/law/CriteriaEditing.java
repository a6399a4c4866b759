package id.lumbung.reference.law;

import id.lumbung.platform.Ids;
import id.lumbung.platform.Sql;
import id.lumbung.reference.Changes;
import id.lumbung.reference.CombinationRule;
import id.lumbung.reference.Measure;
import id.lumbung.reference.SizeClass;
import id.lumbung.reference.SizeCriterion;
import id.lumbung.reference.page.CriteriaPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New rows of law, the end of old ones, and the combination rule from a day on. Nothing is overwritten. */
@Component
public class CriteriaEditing {

    private static final String RULES = """
            select value, valid_from, reason, entered_by
              from reference.setting
             where name = 'size.combination-rule'
             order by valid_from desc, entered_at desc
             limit 50
            """;

    private static final String OVERLAPS = """
            select exists (select 1
                             from reference.size_criterion
                            where measure = :measure
                              and size_class = :class
                              and (valid_to is null or valid_to >= :from))
            """;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    public CriteriaEditing(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    public List<CriteriaPage.Rule> rules() {
        return jdbc.sql(RULES)
                .query((row, n) -> new CriteriaPage.Rule(
                        row.getString("value"),
                        Sql.date(row, "valid_from"),
                        row.getString("reason"),
                        row.getString("entered_by")))
                .list();
    }

    /** Whether a row of the same measure and class is in force on or after that day. */
    public boolean overlaps(Measure measure, SizeClass sizeClass, LocalDate from) {
        return jdbc.sql(OVERLAPS)
                .param("measure", measure.name())
                .param("class", sizeClass.name())
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void add(SizeCriterion row) {
        jdbc.sql("""
                        insert into reference.size_criterion
                               (id, law, article, valid_from, valid_to, measure, size_class, at_most)
                        values (:id, :law, :article, :from, null, :measure, :class, :bound)
                        """)
                .param("id", Ids.next())
                .param("law", row.law())
                .param("article", row.article())
                .param("from", row.from())
                .param("measure", row.measure().name())
                .param("class", row.sizeClass().name())
                .param("bound", row.atMost())
                .update();
        changes.record("kriteria", "reference.change.criterion-added", row.law(), row.article());
    }

    /** The last day on which the open rows of a law are in force. */
    @Transactional
    public int end(String law, LocalDate lastDay) {
        int ended = jdbc.sql("""
                        update reference.size_criterion
                           set valid_to = :day
                         where law = :law
                           and valid_to is null
                           and valid_from <= :day
                        """).param("law", law).param("day", lastDay).update();
        if (ended > 0) {
            changes.record("kriteria", "reference.change.criteria-ended", law, lastDay);
        }
        return ended;
    }

    @Transactional
    public void setRule(CombinationRule rule, LocalDate from, String reason) {
        jdbc.sql("""
                        insert into reference.setting (id, name, value, valid_from, reason, entered_by, entered_at)
                        values (:id, 'size.combination-rule', :value, :from, :reason, :by, :at)
                        """)
                .param("id", Ids.next())
                .param("value", rule.name())
                .param("from", from)
                .param("reason", reason)
                .param("by", changes.actor())
                .param("at", Sql.at(clock.instant()))
                .update();
        changes.record("kriteria", "reference.change.rule-set", rule.name(), from);
    }
}
