package id.lumbung.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import id.lumbung.platform.document.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that were begun and never came whole. */
@LumbungTest
class AbandonedFilesTest {
    @Autowired
    private AbandonedFiles abandoned;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor officer;

    @BeforeEach
    void an_officer_of_the_office() {
        officer = actors.dinasOfficer();
    }

    @AfterEach
    void the_time_of_all_tests() {
        clock.reset();
    }

    /** Begun, with its first piece there. */
    private UUID begun(byte[] piece) {
        return CurrentActor.runAs(officer, () -> {
            UUID file = desk.announce("daftar.csv", Files.PIECE + 10L, "35.07");
            desk.piece(file, 0, piece);
            return file;
        });
    }

    private static byte[] piece(String mark) {
        byte[] piece = new byte[Files.PIECE];
        byte[] first = mark.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, piece, 0, first.length);
        return piece;
    }

    private List<String> pieces(UUID file) {
        return Sight.system(
                "test",
                () -> transaction.execute(
                        status -> database.sql("select document from intake.file_piece where file = :file order by seq")
                                .param("file", file)
                                .query(String.class)
                                .list()));
    }

    @Test
    void after_a_week_it_goes_with_its_pieces_and_a_younger_one_stays() {
        UUID old = begun(piece("lama"));
        String piece = pieces(old).getFirst();
        clock.moveTo(clock.instant().plus(AbandonedFiles.LEFT.minus(Duration.ofHours(1))));
        UUID young = begun(piece("baru"));
        abandoned.sweep();
        assertThat(pieces(old)).as("an hour is left to go on with it").hasSize(1);

        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        abandoned.sweep();

        assertThat(pieces(old)).isEmpty();
        assertThatThrownBy(() -> CurrentActor.runAs(officer, () -> desk.arrived(old)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> documents.get(piece)).as("the piece itself").isInstanceOf(RuntimeException.class);
        assertThat(pieces(young)).hasSize(1);
    }

    @Test
    void a_piece_that_another_file_has_too_stays_and_a_file_that_came_whole_stays() {
        byte[] same = piece("sama");
        UUID old = begun(same);
        UUID whole = begun(same);
        CurrentActor.runAs(officer, () -> {
            desk.piece(whole, 1, "0123456789".getBytes(StandardCharsets.UTF_8));
            desk.finish(whole, null);
        });
        String piece = pieces(old).getFirst();
        clock.moveTo(clock.instant().plus(AbandonedFiles.LEFT.plusDays(1)));

        abandoned.sweep();

        assertThat(pieces(old)).isEmpty();
        assertThat(pieces(whole)).hasSize(2);
        assertThat(documents.get(piece)).isEqualTo(same);
    }
}
