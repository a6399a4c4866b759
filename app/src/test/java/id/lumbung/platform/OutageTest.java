package id.lumbung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "53100, NO_ROOM",
        "53300, DATABASE_AWAY",
        "08006, DATABASE_AWAY",
        "08001, DATABASE_AWAY",
        "57P01, DATABASE_AWAY",
        "57P03, DATABASE_AWAY"
    })
    void is_found_behind_whatever_carries_it(String state, Outage outage) {
        SQLException inside = new SQLException("x", state);

        assertThat(Outage.of(new ServletException(new IllegalStateException(inside))))
                .contains(outage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "42601", "57014"})
    void is_no_excuse_for_a_bug(String state) {
        assertThat(Outage.of(new DataIntegrityViolationException("x", new SQLException("x", state))))
                .isEmpty();
        assertThat(Outage.of(new NullPointerException())).isEmpty();
        assertThat(Outage.of(new IOException("connection reset by the browser")))
                .isEmpty();
    }

    @Test
    void is_found_when_no_connection_was_to_be_had() {
        assertThat(Outage.of(
                        new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out"))))
                .contains(Outage.DATABASE_AWAY);
    }

    @Test
    void is_found_when_the_connection_broke_before_the_roll_back() {
        TransactionSystemException ended =
                new TransactionSystemException("x", new SQLException("Connection is closed"));

        assertThat(Outage.of(ended)).contains(Outage.DATABASE_AWAY);
    }

    @Test
    void a_full_disk_is_named_even_when_the_roll_back_failed_too() {
        TransactionSystemException ended = new TransactionSystemException("x", new SQLException("x", "08006"));
        ended.initApplicationException(new Outage.NoRoom(new IOException("no room")));

        assertThat(Outage.of(ended)).contains(Outage.NO_ROOM);
    }

    @Test
    void causes_that_lead_in_a_circle_are_gone_through_once() {
        Exception first = new Exception();
        first.addSuppressed(new Exception(first));

        assertThat(Outage.of(first)).isEmpty();
    }
}
