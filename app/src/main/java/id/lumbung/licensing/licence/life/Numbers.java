package id.lumbung.licensing.licence.life;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running numbers without gap or double, per series, kecamatan and year. Whoever takes a number holds the counter's row
 * until the transaction ends; if that fails, for whatever reason, the next one gets the same number.
 */
@Component
public class Numbers {
    private static final String TAKE = """
            insert into licensing.number_counter (series, region_code, year, last_no)
            values (:series, :region, :year, 1)
            on conflict (series, region_code, year) do update
               set last_no = number_counter.last_no + 1
            returning last_no
            """;

    private final JdbcClient database;

    public Numbers(JdbcClient database) {
        this.database = database;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int take(String series, String regionCode, int year) {
        return database.sql(TAKE)
                .param("series", series)
                .param("region", regionCode)
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
