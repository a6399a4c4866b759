package id.lumbung.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class SightTest {
    private static final UUID SOMEBODY = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void without_a_sight_nothing_is_visible() {
        assertThat(visible("35.07.13")).isFalse();
    }

    @Test
    void a_territory_shows_what_lies_inside_it_and_nothing_beside_it() {
        Sight.within(SOMEBODY, Set.of("35.07.13"), () -> {
            assertThat(visible("35.07.13")).isTrue();
            assertThat(visible("35.07.13.1007")).isTrue();
            assertThat(visible("35.07.14.2001")).isFalse();
            assertThat(visible("35.07")).isFalse();
            return null;
        });
    }

    @Test
    void a_wider_sight_inside_a_transaction_ends_with_its_block() {
        Sight.within(
                SOMEBODY,
                Set.of("35.07.13"),
                () -> transaction.execute(status -> {
                    assertThat(asked("35.07.14")).isFalse();
                    Sight.system("a test", () -> assertThat(asked("35.07.14")).isTrue());
                    assertThat(asked("35.07.14")).isFalse();
                    return null;
                }));
    }

    @Test
    void the_sight_does_not_stay_with_the_connection() {
        Sight.system("a test", () -> assertThat(visible("11")).isTrue());

        assertThat(visible("11")).isFalse();
        assertThat(database.sql("select platform.visible('11')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void a_territory_that_is_no_region_code_is_refused() {
        assertThatThrownBy(() -> Sight.within(SOMEBODY, Set.of("%"), () -> null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean visible(String regionCode) {
        return Boolean.TRUE.equals(transaction.execute(status -> asked(regionCode)));
    }

    private boolean asked(String regionCode) {
        return database.sql("select platform.visible(:code)")
                .param("code", regionCode)
                .query(Boolean.class)
                .single();
    }
}
