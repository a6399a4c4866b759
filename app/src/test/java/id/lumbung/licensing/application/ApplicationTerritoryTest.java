package id.lumbung.licensing.application;

import static id.lumbung.licensing.application.ApplicationFixtures.KEPANJEN;
import static id.lumbung.licensing.application.ApplicationFixtures.aKeripikMaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.regime.AttachmentKind;
import id.lumbung.platform.Sight;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Straight to the tables, past all Java: the boundary of sight is PostgreSQL's. */
@LumbungTest
class ApplicationTerritoryTest {
    @Autowired
    private Applications applications;

    @Autowired
    private Attachments attachments;

    @Autowired
    private CaseSteps steps;

    @Autowired
    private TestActors people;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Actor officer;
    private UUID id;

    @BeforeEach
    void oneReturnedApplication() {
        officer = people.kecamatanOfficer(KEPANJEN);
        Actor camat = people.camat(KEPANJEN);
        id = CurrentActor.runAs(officer, () -> {
            UUID begun = applications.begin(KEPANJEN, "IUMK", aKeripikMaker());
            Case draft = applications.get(begun);
            for (AttachmentKind kind : draft.regime().procedure().attachments()) {
                attachments.attach(draft, kind, ApplicationFixtures.jpeg(300, 450));
            }
            applications.handIn(begun);
            return begun;
        });
        CurrentActor.runAs(camat, () -> {
            steps.act(
                    id,
                    applications.get(id).version(),
                    "return",
                    new CaseSteps.Given(null, null, List.of(new CaseEvent.Correction("KTP", "Foto ulang."))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "application_event", "application_correction", "attachment"})
    void another_kecamatan_sees_no_row_and_without_a_sight_nobody_does(String table) {
        assertThat(rows(table, Set.of(KEPANJEN))).isPositive();
        assertThat(rows(table, Set.of("35.07"))).isPositive();
        assertThat(rows(table, Set.of("35.07.14"))).isZero();
        assertThat(rows(table, Set.of())).isZero();
    }

    @Test
    void a_row_cannot_be_moved_into_or_out_of_a_territory() {
        assertThatThrownBy(() -> within(
                        Set.of(KEPANJEN),
                        () -> database.sql("update licensing.application set region_code = '35.07.14' where id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("row-level security");
        assertThat(within(
                        Set.of("35.07.14"),
                        () -> database.sql("update licensing.application set state = 'ISSUED' where id = :id")
                                .param("id", id)
                                .update()))
                .isZero();
    }

    @Test
    void what_happened_cannot_be_changed_or_taken_away() {
        assertThatThrownBy(() -> within(
                        Set.of(KEPANJEN),
                        () -> database.sql("update licensing.application_event set note = 'lain'")
                                .update()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> within(
                        Set.of(KEPANJEN),
                        () -> database.sql("delete from licensing.application_event")
                                .update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void nik_and_telephone_stand_nowhere_in_plain_words() {
        String row = within(
                Set.of(KEPANJEN),
                () -> database.sql("select a::text from licensing.application a where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
        byte[] sealed = within(
                Set.of(KEPANJEN),
                () -> database.sql("select answers from licensing.application where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single());

        assertThat(row).doesNotContain("9999015403").doesNotContain("0812");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("9999015403");
    }

    private long rows(String table, Set<String> territories) {
        return within(
                territories,
                () -> database.sql("select count(*) from licensing." + table)
                        .query(Long.class)
                        .single());
    }

    private <T> T within(Set<String> territories, java.util.function.Supplier<T> work) {
        return Sight.within(officer.account(), territories, () -> transaction.execute(status -> work.get()));
    }
}
