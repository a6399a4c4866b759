package id.lumbung.licensing.licence.life;

import static id.lumbung.licensing.licence.life.LicenceAction.AMEND;
import static id.lumbung.licensing.licence.life.LicenceAction.REINSTATE;
import static id.lumbung.licensing.licence.life.LicenceAction.REPLACE_SHEET;
import static id.lumbung.licensing.licence.life.LicenceAction.REVOKE;
import static id.lumbung.licensing.licence.life.LicenceAction.WARN;
import static id.lumbung.licensing.licence.life.LicenceState.REVOKED;
import static id.lumbung.licensing.licence.life.LicenceState.VALID;
import static id.lumbung.licensing.licence.life.LicenceState.WARNED_1;
import static id.lumbung.licensing.licence.life.LicenceState.WARNED_2;
import static id.lumbung.licensing.licence.life.LicenceState.WARNED_3;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a licence: the one table. From a state, an action leads to a state; what is not here is refused. A ground
 * of revocation may ask for more: that so many warnings stand.
 */
public final class LicenceLifeCycle {
    private static final Map<LicenceState, Map<LicenceAction, LicenceState>> TABLE = new EnumMap<>(Map.of(
            VALID, Map.of(AMEND, VALID, REPLACE_SHEET, VALID, WARN, WARNED_1, REVOKE, REVOKED),
            WARNED_1,
                    Map.of(AMEND, WARNED_1, REPLACE_SHEET, WARNED_1, WARN, WARNED_2, REVOKE, REVOKED, REINSTATE, VALID),
            WARNED_2,
                    Map.of(AMEND, WARNED_2, REPLACE_SHEET, WARNED_2, WARN, WARNED_3, REVOKE, REVOKED, REINSTATE, VALID),
            WARNED_3, Map.of(AMEND, WARNED_3, REPLACE_SHEET, WARNED_3, REVOKE, REVOKED, REINSTATE, VALID),
            REVOKED, Map.of(REINSTATE, VALID)));

    private LicenceLifeCycle() {}

    public static Optional<LicenceState> after(LicenceState state, LicenceAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
    }

    public static Set<LicenceAction> actionsIn(LicenceState state) {
        return TABLE.getOrDefault(state, Map.of()).keySet();
    }

    /** The same table as a Mermaid diagram, for the documentation. */
    public static String drawn() {
        StringBuilder drawing = new StringBuilder("stateDiagram-v2\n    [*] --> VALID: ISSUE\n");
        for (LicenceState from : LicenceState.values()) {
            for (LicenceAction action : LicenceAction.values()) {
                after(from, action).ifPresent(to -> drawing.append("    %s --> %s: %s\n".formatted(from, to, action)));
            }
        }
        return drawing.toString();
    }
}
