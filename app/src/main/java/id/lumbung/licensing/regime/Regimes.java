package id.lumbung.licensing.regime;

import id.lumbung.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The licence regimes with all their versions. */
@Component
public class Regimes {
    private final RegimeStore store;

    Regimes(RegimeStore store) {
        this.store = store;
    }

    /** The version that holds on a day; refused when there is none. */
    @Transactional(readOnly = true)
    public RegimeVersion inForce(String code, LocalDate day) {
        return findInForce(code, day)
                .orElseThrow(() -> new Refused(RegimeProblem.NO_REGIME_IN_FORCE, "regime.problem.none-in-force", code));
    }

    /** Of the versions that have begun the latest beginning counts, and of those the latest written. */
    @Transactional(readOnly = true)
    public Optional<RegimeVersion> findInForce(String code, LocalDate day) {
        return store.versionsOf(code).stream()
                .filter(version -> !version.from().isAfter(day))
                .max(Comparator.comparing(RegimeVersion::from).thenComparingInt(RegimeVersion::number))
                .filter(version -> version.holdsOn(day));
    }

    /** One version, for ever the same. */
    @Transactional(readOnly = true)
    public RegimeVersion get(String code, int number) {
        return store.find(code, number)
                .orElseThrow(() -> new IllegalStateException("no version " + number + " of regime " + code));
    }

    /** All versions of a regime, the newest first. */
    @Transactional(readOnly = true)
    public List<RegimeVersion> versionsOf(String code) {
        return store.versionsOf(code).reversed();
    }

    /** The regimes under which the office issues on a day. */
    @Transactional(readOnly = true)
    public List<RegimeVersion> issuedOn(LocalDate day) {
        return codes().stream()
                .flatMap(code -> findInForce(code, day).stream())
                .filter(version -> version.kind() == RegimeKind.ISSUED)
                .toList();
    }

    /** Codes of all regimes, in the order in which they began. */
    @Transactional(readOnly = true)
    public List<String> codes() {
        return store.codes();
    }

    /** Everything that stands against a definition: in itself, and beside the other regimes. */
    @Transactional(readOnly = true)
    public List<Finding> findings(RegimeVersion draft) {
        List<Finding> findings = new ArrayList<>(RegimeValidation.check(draft));
        if (draft.kind() == RegimeKind.ISSUED) {
            // the counter is the regime's own: another regime that writes its numbers alike would write the same ones
            codes().stream()
                    .filter(code -> !code.equals(draft.code()))
                    .filter(code -> versionsOf(code).stream()
                            .anyMatch(other -> other.kind() == RegimeKind.ISSUED
                                    && other.licence()
                                            .number()
                                            .equals(draft.licence().number())))
                    .forEach(code -> findings.add(Finding.of("regime.finding.number-taken", code)));
        }
        return findings;
    }

    /** Writes the next version of a regime; its number is given here. Refused while the definition has findings. */
    @Transactional
    public RegimeVersion write(RegimeVersion draft, UUID by) {
        if (!findings(draft).isEmpty()) {
            throw new Refused(RegimeProblem.REGIME_NOT_SOUND, "regime.problem.not-sound");
        }
        return store.append(draft, by);
    }
}
