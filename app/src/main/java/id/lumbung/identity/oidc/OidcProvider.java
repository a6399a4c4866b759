package id.lumbung.identity.oidc;

import id.lumbung.platform.LumbungSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The sign-in service, spoken to by Spring Security: authorization code with PKCE and nonce; the token's signature, issuer,
 * audience, times and nonce are checked there. It is asked to describe itself at first use, so that Lumbung starts without it.
 */
@Component
class OidcProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final String REGISTRATION = "office";

    private final OidcSettings settings;
    private final String redirectUri;
    private final String signInPage;
    private final OidcAuthorizationCodeAuthenticationProvider provider =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(),
                    request -> new DefaultOidcUser(Set.of(), request.getIdToken()));

    private volatile @Nullable ClientRegistration registration;

    OidcProvider(OidcSettings settings, LumbungSettings lumbung) {
        this.settings = settings;
        this.signInPage = lumbung.publicUrl() + "/masuk";
        this.redirectUri = lumbung.publicUrl() + OidcController.RETURN;
    }

    /** Somebody, as the service knows him. */
    record Person(String issuer, String subject, String name, boolean strong) {}

    /** What to ask the service with; empty while it cannot be reached. */
    Optional<OAuth2AuthorizationRequest> begin(HttpServletRequest request) {
        ClientRegistration client = client().orElse(null);
        if (client == null) {
            return Optional.empty();
        }
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                new InMemoryClientRegistrationRepository(client), OidcController.PATH);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return Optional.ofNullable(resolver.resolve(request, REGISTRATION));
    }

    /** Who came back with this code; empty when anything about it is not as it must be. */
    Optional<Person> finish(OAuth2AuthorizationRequest asked, String code, String state) {
        ClientRegistration client = client().orElse(null);
        if (client == null) {
            return Optional.empty();
        }
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(redirectUri)
                .state(state)
                .build();
        try {
            var result = (OAuth2LoginAuthenticationToken) provider.authenticate(
                    new OAuth2LoginAuthenticationToken(client, new OAuth2AuthorizationExchange(asked, answer)));
            return result == null
                    ? Optional.empty()
                    : Optional.of(person((OidcUser) Objects.requireNonNull(result.getPrincipal())));
        } catch (AuthenticationException | IllegalArgumentException unsound) {
            LOG.info("an answer of the sign-in service was not accepted: {}", unsound.getMessage());
            return Optional.empty();
        }
    }

    /** Where the service ends its own session; empty when it does not say. Without the token, which would name the person. */
    Optional<String> end() {
        return client().map(client ->
                        client.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(endpoint -> UriComponentsBuilder.fromUriString(endpoint.toString())
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(settings.clientId(), signInPage)
                        .toUriString());
    }

    private Person person(OidcUser user) {
        Collection<String> amr = Objects.requireNonNullElse(user.getAuthenticationMethods(), Set.of());
        String acr = user.getAuthenticationContextClass();
        boolean strong = amr.stream().anyMatch(settings.secondFactorAmr()::contains)
                || acr != null && settings.secondFactorAcr().contains(acr);
        String subject = Objects.requireNonNull(user.getSubject());
        String name = user.getPreferredUsername();
        return new Person(String.valueOf(user.getIssuer()), subject, name == null ? subject : name, strong);
    }

    private Optional<ClientRegistration> client() {
        ClientRegistration known = registration;
        if (known != null || settings.issuer() == null || settings.issuer().isBlank()) {
            return Optional.ofNullable(known);
        }
        try {
            ClientRegistration found = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .redirectUri(redirectUri)
                    .scope("openid", "profile")
                    .build();
            registration = found;
            return Optional.of(found);
        } catch (RuntimeException unreachable) {
            LOG.warn("the sign-in service does not describe itself: {}", unreachable.getMessage());
            return Optional.empty();
        }
    }
}
