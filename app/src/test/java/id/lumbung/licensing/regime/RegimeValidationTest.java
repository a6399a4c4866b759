package id.lumbung.licensing.regime;

import static id.lumbung.licensing.regime.RegimeFixtures.regime;
import static id.lumbung.licensing.regime.RegimeFixtures.state;
import static id.lumbung.licensing.regime.RegimeFixtures.transition;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeValidationTest {
    private static final List<State> STATES =
            List.of(state("A", false), state("B", false), state("C", false), state("END", true));

    @Test
    void a_plain_way_is_sound() {
        assertThat(keys(regime(
                        List.of(state("A", false), state("B", false), state("END", true)),
                        List.of(
                                transition("submit", "A", "B", ClockEffect.START, CaseEffect.NONE),
                                transition("issue", "B", "END", ClockEffect.STOP, CaseEffect.ISSUE)))))
                .isEmpty();
    }

    @Test
    void finds_everything_at_once() {
        assertThat(keys(regime(
                        STATES,
                        List.of(
                                transition("submit", "A", "B", ClockEffect.START, CaseEffect.NONE),
                                transition("pause", "B", "B", ClockEffect.RESUME, CaseEffect.NONE)),
                        "{class}/{nomor}/{year}")))
                .contains(
                        "regime.finding.unreachable",
                        "regime.finding.no-end",
                        "regime.finding.issue-count",
                        "regime.finding.clock-impossible",
                        "regime.finding.unknown-token",
                        "regime.finding.missing-token");
    }

    @Test
    void a_paused_clock_must_be_able_to_go_on() {
        assertThat(keys(regime(
                        STATES,
                        List.of(
                                transition("submit", "A", "B", ClockEffect.START, CaseEffect.NONE),
                                transition("return", "B", "C", ClockEffect.PAUSE, CaseEffect.NONE),
                                transition("withdraw", "C", "END", ClockEffect.STOP, CaseEffect.WITHDRAW),
                                transition("issue", "B", "END", ClockEffect.STOP, CaseEffect.ISSUE)))))
                .containsExactly("regime.finding.clock-stuck");
    }

    @Test
    void the_clock_must_not_run_on_after_the_end() {
        assertThat(keys(regime(
                        List.of(state("A", false), state("B", false), state("END", true)),
                        List.of(
                                transition("submit", "A", "B", ClockEffect.START, CaseEffect.NONE),
                                transition("issue", "B", "END", ClockEffect.NONE, CaseEffect.ISSUE)))))
                .containsExactly("regime.finding.clock-runs-on");
    }

    @Test
    void two_licences_could_not_get_the_same_number() {
        assertThat(new NumberFormat("{running}/{year}", "", "").missingTokens()).containsExactly("{region}");
        assertThat(new NumberFormat("{running}{year}/{region}", "", "").runsTogether())
                .isTrue();
        assertThat(new NumberFormat("{running:0}/{region}/{year}", "", "").unknownTokens())
                .containsExactly("{running:0}");
        assertThat(new NumberFormat("{running/{region}/{year}", "", "").unknownTokens())
                .isNotEmpty();
    }

    @Test
    void writes_a_number_as_the_office_does() {
        NumberFormat format =
                new NumberFormat("{class}/{type}/{running:3}/{region}/{month_roman}/{year}", "503", "IUMK");

        assertThat(format.format(12, "35.07.13", java.time.LocalDate.of(2026, 11, 24)))
                .isEqualTo("503/IUMK/012/35.07.13/XI/2026");
        assertThat(format.format(1234, "35.07.13", java.time.LocalDate.of(2026, 4, 1)))
                .isEqualTo("503/IUMK/1234/35.07.13/IV/2026");
    }

    private static List<String> keys(RegimeVersion regime) {
        return RegimeValidation.check(regime).stream().map(Finding::messageKey).toList();
    }
}
