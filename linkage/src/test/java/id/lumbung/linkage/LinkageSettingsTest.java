package id.lumbung.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkageSettingsTest {

    @Test
    void are_the_same_after_a_way_through_json() {
        LinkageSettings settings = LinkageSettings.standard()
                .withThreads(3)
                .withCosts(20, 5)
                .withOncePerSource(Set.of("register", "with \"quotes\""));

        assertThat(LinkageSettings.fromJson(settings.toJson())).isEqualTo(settings);
    }

    @Test
    void refuse_a_setting_that_is_not_known() {
        assertThatThrownBy(() -> LinkageSettings.fromJson("{\"treshold\": 0.5}"))
                .hasMessageContaining("treshold");
    }

    @Test
    void zones_follow_from_costs() {
        LinkageSettings settings = LinkageSettings.standard().withCosts(10, 4);

        assertThat(settings.zone(0.91)).isEqualTo(Zone.LINK);
        assertThat(settings.zone(0.89)).isEqualTo(Zone.REVIEW);
        assertThat(settings.zone(0.26)).isEqualTo(Zone.REVIEW);
        assertThat(settings.zone(0.24)).isEqualTo(Zone.NO_LINK);
    }
}
