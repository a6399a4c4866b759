package id.lumbung.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dated settings that an office decides and that change how law is read: each with from-date, reason and author. */
@Component
public class Settings {

    private static final String COMBINATION_RULE = "size.combination-rule";
    private static final String IN_FORCE = """
            select value
              from reference.setting
             where name = :name
               and valid_from <= :day
             order by valid_from desc, entered_at desc
             limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Settings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public CombinationRule combinationRule() {
        return combinationRule(LocalDate.now(clock));
    }

    public CombinationRule combinationRule(LocalDate day) {
        return find(COMBINATION_RULE, day).map(CombinationRule::valueOf).orElse(CombinationRule.HIGHEST_CLASS);
    }

    /** The value of a setting on a day. */
    public Optional<String> find(String name, LocalDate day) {
        return jdbc.sql(IN_FORCE)
                .param("name", name)
                .param("day", day)
                .query(String.class)
                .optional();
    }
}
