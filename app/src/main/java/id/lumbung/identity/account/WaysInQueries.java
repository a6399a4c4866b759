package id.lumbung.identity.account;

import id.lumbung.identity.account.page.OwnAccountPage;
import id.lumbung.identity.account.page.WaysIn;
import id.lumbung.identity.oidc.OutsideIdentities;
import id.lumbung.identity.passkey.Passkeys;
import id.lumbung.identity.signin.SecondFactors;
import id.lumbung.identity.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How an account is entered and where it is open, for its owner and for administrators. */
@Component
class WaysInQueries {
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final OutsideIdentities outside;
    private final Sessions sessions;

    WaysInQueries(SecondFactors secondFactors, Passkeys passkeys, OutsideIdentities outside, Sessions sessions) {
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.outside = outside;
        this.sessions = sessions;
    }

    WaysIn of(UUID account) {
        return new WaysIn(
                secondFactors.isSet(account),
                passkeys.of(account).stream()
                        .map(key -> new WaysIn.Key(key.id(), key.name(), key.since(), key.lastUsed()))
                        .toList(),
                outside.name()
                        .map(name -> new WaysIn.Outside(name, outside.isLinked(account)))
                        .orElse(null));
    }

    List<OwnAccountPage.SessionRow> sessions(UUID account, HttpServletRequest request) {
        return sessions.of(account, request).stream()
                .map(open -> new OwnAccountPage.SessionRow(
                        open.handle(), open.since(), open.lastUsed(), open.from(), open.device(), open.current()))
                .toList();
    }

    boolean secondFactorIsOptional() {
        return secondFactors.isOptional();
    }
}
