package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.platform.Sight;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

class ActorTest {
    private static final UUID SITI = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @Test
    void a_role_holds_in_its_territory_and_below_and_nowhere_else() {
        Actor officer = actor(new Grant(Role.KECAMATAN_OFFICER, "35.07.13"));

        assertThat(officer.may(Permission.ENTER_APPLICATION, "35.07.13")).isTrue();
        assertThat(officer.may(Permission.ENTER_APPLICATION, "35.07.13.1007")).isTrue();
        assertThat(officer.may(Permission.ENTER_APPLICATION, "35.07.14")).isFalse();
        assertThat(officer.may(Permission.ENTER_APPLICATION, "35.07")).isFalse();
        assertThat(officer.may(Permission.DECIDE_APPLICATION, "35.07.13")).isFalse();
    }

    @Test
    void roles_in_two_places_do_not_mix() {
        Actor both = actor(new Grant(Role.KECAMATAN_OFFICER, "35.07.13"), new Grant(Role.CAMAT, "35.07.14"));

        assertThat(both.may(Permission.DECIDE_APPLICATION, "35.07.14")).isTrue();
        assertThat(both.may(Permission.DECIDE_APPLICATION, "35.07.13")).isFalse();
        assertThat(both.territories()).containsExactlyInAnyOrder("35.07.13", "35.07.14");
        assertThat(both.territories(Permission.DECIDE_APPLICATION)).containsExactly("35.07.14");
    }

    @Test
    void an_administrator_looks_after_accounts_and_sees_no_enterprise() {
        Actor administrator = actor(new Grant(Role.ADMINISTRATOR, "35.07"));

        assertThat(administrator.mayAnywhere(Permission.MANAGE_ACCOUNTS)).isTrue();
        assertThat(administrator.territories()).isEmpty();
        for (Permission permission :
                Set.of(Permission.SEE_REGISTER, Permission.UNMASK, Permission.OPEN_DOCUMENT, Permission.EXPORT)) {
            assertThat(administrator.mayAnywhere(permission))
                    .as(permission.name())
                    .isFalse();
        }
    }

    @Test
    void what_is_not_permitted_is_stopped() {
        Actor officer = actor(new Grant(Role.KECAMATAN_OFFICER, "35.07.13"));

        assertThatCode(() -> officer.require(Permission.UNMASK, "35.07.13.1007"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> officer.require(Permission.UNMASK, "35.07.14.2001"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officer.requireAnywhere(Permission.EDIT_REGIME))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_territory_that_is_no_region_code_is_no_grant() {
        for (String wrong : Set.of("", "%", "35.", "35.07.13.", "35.07.1", "35.07%")) {
            assertThatThrownBy(() -> new Grant(Role.CAMAT, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void acting_for_somebody_ends_with_its_block_and_brings_the_sight_along() {
        CurrentActor current = new CurrentActor();
        Actor officer = actor(new Grant(Role.KECAMATAN_OFFICER, "35.07.13"));

        CurrentActor.runAs(officer, () -> {
            assertThat(current.require()).isEqualTo(officer);
            assertThat(Sight.current().patterns()).containsExactly("35.07.13%");
            assertThat(Sight.current().actor()).isEqualTo(SITI);
        });

        assertThat(current.find()).isEmpty();
        assertThat(Sight.current().patterns()).isEmpty();
        assertThatThrownBy(current::require).isInstanceOf(AuthenticationException.class);
    }

    private static Actor actor(Grant... grants) {
        return new Actor(SITI, "Siti Aminah", Set.of(grants));
    }
}
