package id.lumbung.identity.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office's own sign-in service; without an issuer there is none.
 *
 * @param issuer address under which it describes itself ({@code /.well-known/openid-configuration})
 * @param name as people know it: stands on the button
 * @param secondFactorAmr which of its {@code amr} values count as two factors, such as {@code mfa}; none by default
 * @param secondFactorAcr the same for {@code acr}
 */
@ConfigurationProperties("lumbung.oidc")
record OidcSettings(
        @Nullable String issuer,
        @DefaultValue("lumbung") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("SSO") String name,
        @DefaultValue List<String> secondFactorAmr,
        @DefaultValue List<String> secondFactorAcr) {

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
