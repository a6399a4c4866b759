package id.lumbung.licensing.licence;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.Seeds;
import id.lumbung.licensing.licence.life.LicenceAction;
import id.lumbung.licensing.licence.life.LicenceLifeCycle;
import id.lumbung.licensing.licence.life.LicenceState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The table of the life cycle against a model that counts letters and remembers one thing. */
class LicenceLifeCycleProperties {

    /** What somebody who has never seen the table would keep in mind. */
    private static final class Model {
        private int letters;
        private boolean revoked;

        boolean act(LicenceAction action) {
            boolean possible = switch (action) {
                case AMEND, REPLACE_SHEET, REVOKE -> !revoked;
                case WARN -> !revoked && letters < 3;
                case REINSTATE -> revoked || letters > 0;
            };
            if (!possible) {
                return false;
            }
            switch (action) {
                case AMEND, REPLACE_SHEET -> {}
                case WARN -> letters++;
                case REVOKE -> {
                    revoked = true;
                    letters = 0;
                }
                case REINSTATE -> {
                    revoked = false;
                    letters = 0;
                }
            }
            return true;
        }
    }

    @Property(seed = Seeds.FIXED)
    void the_table_allows_what_the_model_allows_and_leads_where_it_leads(@ForAll List<LicenceAction> actions) {
        Model model = new Model();
        LicenceState state = LicenceState.VALID;
        for (LicenceAction action : actions) {
            Optional<LicenceState> next = LicenceLifeCycle.after(state, action);

            assertThat(next.isPresent()).as(action + " in " + state).isEqualTo(model.act(action));

            state = next.orElse(state);
            assertThat(state.warnings()).isEqualTo(model.letters);
            assertThat(state == LicenceState.REVOKED).isEqualTo(model.revoked);
        }
    }

    @Property(seed = Seeds.FIXED)
    void letters_come_in_order_and_never_a_fourth(@ForAll List<LicenceAction> actions) {
        List<Integer> ordinals = new ArrayList<>();
        LicenceState state = LicenceState.VALID;
        for (LicenceAction action : actions) {
            LicenceState before = state;
            state = LicenceLifeCycle.after(state, action).orElse(state);
            if (action == LicenceAction.WARN && state != before) {
                assertThat(state.warnings()).isEqualTo(before.warnings() + 1).isBetween(1, 3);
                ordinals.add(state.warnings());
            }
        }
        for (int index = 1; index < ordinals.size(); index++) {
            assertThat(ordinals.get(index)).isIn(1, ordinals.get(index - 1) + 1);
        }
    }

    @Example
    void every_state_can_be_reached_and_none_is_a_dead_end() {
        EnumSet<LicenceState> reached = EnumSet.of(LicenceState.VALID);
        for (int step = 0; step < LicenceState.values().length; step++) {
            for (LicenceState state : EnumSet.copyOf(reached)) {
                for (LicenceAction action : LicenceAction.values()) {
                    LicenceLifeCycle.after(state, action).ifPresent(reached::add);
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(LicenceState.values());
        assertThat(LicenceState.values())
                .allSatisfy(
                        state -> assertThat(LicenceLifeCycle.actionsIn(state)).isNotEmpty());
    }

    @Example
    void the_drawing_in_the_documentation_is_that_of_the_table() throws Exception {
        java.nio.file.Path document = java.nio.file.Path.of(
                System.getProperty("lumbung.module.directory", "."), "..", "docs", "licence-life-cycle.md");

        assertThat(java.nio.file.Files.readString(document)).contains(LicenceLifeCycle.drawn());
    }
}
