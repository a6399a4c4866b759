package id.lumbung.licensing.licence;

import static id.lumbung.licensing.licence.LicenceFixtures.business;
import static id.lumbung.licensing.licence.LicenceFixtures.holder;
import static id.lumbung.licensing.licence.LicenceFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.LumbungTest;
import id.lumbung.TestClock;
import id.lumbung.identity.Actor;
import id.lumbung.identity.CurrentActor;
import id.lumbung.identity.TestActors;
import id.lumbung.licensing.licence.life.Licence;
import id.lumbung.licensing.licence.life.LicenceAction;
import id.lumbung.licensing.licence.life.LicenceEvent;
import id.lumbung.licensing.licence.life.LicenceLifeCycle;
import id.lumbung.licensing.licence.life.LicenceNotFound;
import id.lumbung.licensing.licence.life.LicenceState;
import id.lumbung.licensing.licence.life.LicenceStore;
import id.lumbung.platform.Refused;
import id.lumbung.platform.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@LumbungTest
class LicenceLifeTest {
    private static final String REASON = "Label produk tidak memuat tanggal kedaluwarsa.";

    @Autowired
    private Licences licences;

    @Autowired
    private LicenceChanges changes;

    @Autowired
    private LicenceStore store;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Letters letters;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private String kecamatan = "";
    private Actor camat = LicenceFixtures.camatOf("35.07.13");
    private LicenceId id = LicenceId.next();

    @BeforeEach
    void aLicence() {
        kecamatan = "35.07.22";
        camat = actors.camat(kecamatan);
        id = as(camat, () -> licences.issue(order(kecamatan)));
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void an_amendment_keeps_the_number_and_makes_a_sheet_that_supersedes_the_old_one() {
        String number = licence().number();
        clock.moveTo(LocalDate.of(2027, 2, 10));

        as(camat, () -> {
            changes.amend(
                    seen(), new LicenceChanges.Amendment(holder(), renamed("Keripik Lastri Jaya"), REASON), camat);
            return null;
        });

        assertThat(licence().number()).isEqualTo(number);
        assertThat(licence().holdings().businessName()).isEqualTo("Keripik Lastri Jaya");
        assertThat(states()).containsExactly(2, 0);
        String amended = LicencePictures.text(pdf(2));
        assertThat(amended)
                .contains(number, "Keripik Lastri Jaya", "Perubahan ke-1 atas izin tanggal 24 November 2026")
                .contains("10 Februari 2027", "Dra. Endang Camat");
        assertThat(LicencePictures.text(pdf(1)))
                .contains("Keripik Tempe Bu Lastri")
                .doesNotContain("Perubahan");
        assertThat(kinds()).containsExactly(LicenceEvent.Kind.AMENDED, LicenceEvent.Kind.ISSUED);
    }

    @Test
    void an_amendment_that_changes_nothing_is_refused() {
        assertThatThrownBy(() -> as(camat, () -> {
                    changes.amend(seen(), new LicenceChanges.Amendment(holder(), business(), REASON), camat);
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(LicensingProblem.NOTHING_AMENDED));
        assertThat(licence().version()).isZero();
    }

    @Test
    void a_lost_sheet_is_replaced_with_the_same_content_and_no_longer_counts() {
        clock.moveTo(LocalDate.of(2028, 7, 1));
        Actor officer = actors.kecamatanOfficer(kecamatan);

        as(officer, () -> {
            changes.replaceSheet(seen(), "Surat kehilangan Polsek Dau 12/VI/2028: hilang di pasar", officer);
            return null;
        });

        String first = LicencePictures.text(pdf(1));
        String second = LicencePictures.text(pdf(2));
        assertThat(second).contains("Lembar ke-2, pengganti lembar yang hilang atau rusak, dibuat tanggal 1 Juli 2028");
        assertThat(second.substring(0, second.indexOf("Periksa keaslian")))
                .isEqualTo(first.substring(0, first.indexOf("Periksa keaslian")));
        assertThat(states()).containsExactly(2, 0);
        assertThat(as(camat, () -> sheets.content(sheets.get(id, 1)).digits()))
                .isNotEqualTo(as(camat, () -> sheets.content(sheets.get(id, 2)).digits()));
    }

    @Test
    void three_letters_come_in_order_with_numbers_of_their_own() {
        warn();
        warn();
        warn();

        assertThat(licence().state()).isEqualTo(LicenceState.WARNED_3);
        assertThat(states()).containsExactly(3);
        List<String> numbers =
                database("select number from licensing.licence_letter where licence = '" + id + "' order by ordinal");
        assertThat(numbers).hasSize(3);
        assertThat(numbers.get(0)).startsWith("503/SP-1/");
        assertThat(numbers.get(2)).startsWith("503/SP-3/");
        assertThatThrownBy(this::warn)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(LicensingProblem.ACTION_NOT_IN_THIS_STATE));
        LicenceEvent newest = as(camat, () -> store.events(id).getFirst());
        byte[] letter =
                as(camat, () -> letters.pdf(letters.find(id, newest.letter()).orElseThrow()));
        assertThat(LicencePictures.pages(letter)).isEqualTo(1);
        assertThat(LicencePictures.text(letter))
                .contains(
                        "SURAT PERINGATAN KETIGA",
                        REASON,
                        licence().number(),
                        "peringatan terakhir",
                        "Lastri Handayani");
    }

    @Test
    void trap_20_a_ground_that_asks_for_three_warnings_refuses_before_them() {
        warn();
        warn();

        assertThatThrownBy(() -> revoke("BREACH")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(LicensingProblem.WARNINGS_MISSING);
            assertThat(refused.arguments()).containsExactly(3, 2);
        });
        assertThat(licence().state()).isEqualTo(LicenceState.WARNED_2);

        warn();
        revoke("BREACH");
        assertThat(licence().state()).isEqualTo(LicenceState.REVOKED);
    }

    @Test
    void trap_19_all_sheets_of_a_revoked_licence_are_known_to_be_revoked() {
        as(camat, () -> {
            changes.replaceSheet(seen(), "Surat kehilangan 1: hilang", camat);
            return null;
        });

        revoke("HOLDER_REQUEST");
        assertThat(states()).containsExactly(1, 1);

        as(camat, () -> {
            changes.reinstate(seen(), "Pencabutan ternyata keliru; pemegang menunjukkan bukti.", camat);
            return null;
        });
        assertThat(states()).containsExactly(2, 0);
        assertThat(licence().state()).isEqualTo(LicenceState.VALID);
    }

    @Test
    void two_changes_of_the_same_version_do_not_both_count() {
        LicenceChanges.Seen seen = seen();
        warn();

        assertThatThrownBy(() -> as(camat, () -> {
                    changes.warn(seen, REASON, camat);
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(LicensingProblem.LICENCE_CHANGED_MEANWHILE));
        assertThat(licence().state()).isEqualTo(LicenceState.WARNED_1);
    }

    @Test
    void only_who_decides_there_may_warn_and_nobody_elsewhere_sees_the_licence() {
        Actor officer = actors.kecamatanOfficer(kecamatan);
        Actor otherCamat = actors.camat("35.07.23");

        assertThatThrownBy(() -> as(officer, () -> {
                    changes.warn(seen(), REASON, officer);
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);
        LicenceChanges.Seen seen = seen();
        assertThatThrownBy(() -> as(otherCamat, () -> {
                    changes.warn(seen, REASON, otherCamat);
                    return null;
                }))
                .isInstanceOf(LicenceNotFound.class);
    }

    /** The same model as for the table, on the real thing, with the numbers of letters and the public list compared. */
    @Test
    void a_long_random_life_keeps_to_the_table() {
        Random random = new Random(20261124);
        for (int step = 0; step < 40; step++) {
            LicenceAction action = LicenceAction.values()[random.nextInt(LicenceAction.values().length)];
            Licence before = licence();
            boolean allowed = LicenceLifeCycle.after(before.state(), action).isPresent();
            int stepNo = step;
            try {
                as(camat, () -> {
                    act(action, stepNo);
                    return null;
                });
                assertThat(allowed).as(action + " in " + before.state()).isTrue();
                assertThat(licence().state())
                        .isEqualTo(
                                LicenceLifeCycle.after(before.state(), action).orElseThrow());
                assertThat(licence().version()).isEqualTo(before.version() + 1);
            } catch (Refused refused) {
                assertThat(allowed).as(action + " in " + before.state()).isFalse();
                assertThat(licence()).isEqualTo(before);
            }
            assertThat(states().getLast())
                    .isEqualTo(licence().state().sheetState().ordinal());
        }
        assertThat(database("select count(*)::text from licensing.licence_event where licence = '" + id + "'"))
                .containsExactly(Integer.toString(licence().version() + 1));
    }

    private void act(LicenceAction action, int step) {
        switch (action) {
            case AMEND ->
                changes.amend(
                        seen(), new LicenceChanges.Amendment(holder(), renamed("Keripik " + step), REASON), camat);
            case REPLACE_SHEET -> changes.replaceSheet(seen(), "Surat kehilangan " + step, camat);
            case WARN -> changes.warn(seen(), REASON, camat);
            case REVOKE -> changes.revoke(seen(), "CLOSED", REASON, camat);
            case REINSTATE -> changes.reinstate(seen(), REASON, camat);
        }
    }

    private void warn() {
        as(camat, () -> {
            changes.warn(seen(), REASON, camat);
            return null;
        });
    }

    private void revoke(String ground) {
        as(camat, () -> {
            changes.revoke(seen(), ground, REASON, camat);
            return null;
        });
    }

    private LicenceChanges.Seen seen() {
        return new LicenceChanges.Seen(id, licence().version());
    }

    private Licence licence() {
        return Sight.system(
                "a test", () -> transaction.execute(status -> store.find(id).orElseThrow()));
    }

    private List<LicenceEvent.Kind> kinds() {
        return as(camat, () -> store.events(id)).stream()
                .map(LicenceEvent::kind)
                .toList();
    }

    private byte[] pdf(int sheet) {
        return as(camat, () -> sheets.pdf(sheets.get(id, sheet)));
    }

    /** What the public list says of each sheet, in their order. */
    private List<Integer> states() {
        return database("""
                        select st.state::text
                          from licensing.licence_sheet s
                          join licensing.statement_status st on st.status_index = s.status_index
                         where s.licence = '%s'
                         order by s.sheet_no
                        """.formatted(id)).stream().map(Integer::valueOf).toList();
    }

    private List<String> database(String sql) {
        return Sight.system(
                "a test",
                () -> transaction.execute(
                        status -> database.sql(sql).query(String.class).list()));
    }

    private static LicensedBusiness renamed(String name) {
        LicensedBusiness was = business();
        return new LicensedBusiness(
                name,
                was.activityText(),
                was.kbli(),
                was.address(),
                was.village(),
                was.kecamatan(),
                was.regency(),
                was.province(),
                was.postCode(),
                was.sectors(),
                was.premises(),
                was.capital(),
                was.npwp(),
                was.sizeClass());
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return CurrentActor.runAs(actor, () -> transaction.execute(status -> work.get()));
    }
}
