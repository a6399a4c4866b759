package id.lumbung.licensing.regime;

import id.lumbung.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Small regimes for tests. */
public final class RegimeFixtures {
    private RegimeFixtures() {}

    static State state(String code, boolean ended) {
        return new State(code, new Words(code, code), ended, new Words("Keadaan " + code, "State " + code));
    }

    static Transition transition(String action, String from, String to, ClockEffect clock, CaseEffect effect) {
        return new Transition(
                action, new Words(action, action), from, to, Set.of(Role.CAMAT), false, clock, Set.of(), effect);
    }

    static RegimeVersion regime(List<State> states, List<Transition> transitions) {
        return regime(states, transitions, "{class}/{type}/{running:3}/{region}/{year}");
    }

    static RegimeVersion regime(List<State> states, List<Transition> transitions, String number) {
        return new RegimeVersion(
                "CONTOH",
                1,
                new Words("Contoh", "Example"),
                RegimeKind.ISSUED,
                LocalDate.of(2026, 1, 1),
                null,
                new LegalBasis(List.of("Peraturan contoh"), "contoh"),
                new Procedure(states, transitions, List.of(), new Deadline(2, DeadlineEffect.ESCALATE, Role.CAMAT)),
                new RegimeVersion.Grounds(List.of(), List.of()),
                new LicenceForm("IZIN", new NumberFormat(number, "503", "IUMK"), null, "CAMAT {kecamatan}", null));
    }
}
