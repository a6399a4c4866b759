package id.lumbung.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import id.lumbung.identity.passkey.Passkeys.Found;
import id.lumbung.identity.passkey.Passkeys.Key;
import id.lumbung.platform.LumbungSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of WebAuthn. Each challenge lives in the session and is good for one answer; what the device answers
 * is checked by webauthn4j against the public address of this Lumbung.
 */
@Component
class Ceremony {
    private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);
    private static final String REGISTERING = "lumbung.passkey.registering";
    private static final String SHOWING = "lumbung.passkey.showing";
    private static final int CHALLENGE_BYTES = 32;
    private static final long TIMEOUT_MILLIS = 300_000;
    /** Ed25519 and ECDSA first; RSA for the TPMs of Windows. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
    private final Passkeys passkeys;
    private final String rpId;
    private final Origin origin;
    private final SecureRandom random = new SecureRandom();

    Ceremony(Passkeys passkeys, LumbungSettings settings) {
        this.passkeys = passkeys;
        URI address = URI.create(settings.publicUrl());
        this.rpId = String.valueOf(address.getHost());
        this.origin = new Origin(settings.publicUrl());
    }

    /** Whose key it was, and whether the device made sure of the person. */
    record Shown(UUID account, boolean verified) {}

    Map<String, Object> registrationOptions(
            UUID account, String signInName, String fullName, HttpServletRequest request) {
        return Map.of(
                "challenge", challenge(REGISTERING, request),
                "rp", Map.of("id", rpId, "name", "Lumbung"),
                "user", Map.of("id", text(bytes(account)), "name", signInName, "displayName", fullName),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                                .toList(),
                "timeout", TIMEOUT_MILLIS,
                "excludeCredentials",
                        passkeys.of(account).stream()
                                .map(Key::credentialId)
                                .map(id -> Map.of("type", "public-key", "id", text(id)))
                                .toList(),
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "preferred"),
                "attestation", "none");
    }

    /** Keeps the new key; false when what the device answered does not hold. */
    boolean register(UUID account, String name, String answer, HttpServletRequest request) {
        ServerProperty server = server(REGISTERING, request).orElse(null);
        if (server == null) {
            return false;
        }
        RegistrationData registration;
        try {
            registration = manager.parseRegistrationResponseJSON(answer);
            manager.verify(
                    registration,
                    new RegistrationParameters(
                            server,
                            ALGORITHMS.stream()
                                    .map(algorithm -> new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                                    .toList(),
                            false,
                            true));
        } catch (RuntimeException unsound) {
            LOG.info("a passkey was not taken: {}", unsound.getClass().getSimpleName());
            return false;
        }
        passkeys.add(account, name, registration);
        return true;
    }

    Map<String, Object> signInOptions(HttpServletRequest request) {
        return Map.of(
                "challenge",
                challenge(SHOWING, request),
                "rpId",
                rpId,
                "timeout",
                TIMEOUT_MILLIS,
                "userVerification",
                "preferred");
    }

    /** Whose key answered; empty when the answer does not hold. */
    Optional<Shown> show(String answer, HttpServletRequest request) {
        ServerProperty server = server(SHOWING, request).orElse(null);
        if (server == null) {
            return Optional.empty();
        }
        try {
            AuthenticationData shown = manager.parseAuthenticationResponseJSON(answer);
            Found key = passkeys.find(shown.getCredentialId()).orElse(null);
            byte[] owner = shown.getUserHandle();
            if (key == null || owner == null || !Arrays.equals(owner, bytes(key.account()))) {
                return Optional.empty();
            }
            manager.verify(shown, new AuthenticationParameters(server, key.credential(), null, false, true));
            var data = java.util.Objects.requireNonNull(shown.getAuthenticatorData());
            passkeys.used(key, data);
            return Optional.of(new Shown(key.account(), data.isFlagUV()));
        } catch (RuntimeException unsound) {
            LOG.info("a passkey was not accepted: {}", unsound.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private String challenge(String place, HttpServletRequest request) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        request.getSession().setAttribute(place, challenge);
        return text(challenge);
    }

    private Optional<ServerProperty> server(String place, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        byte[] challenge = session == null ? null : (byte[]) session.getAttribute(place);
        if (session == null || challenge == null) {
            return Optional.empty();
        }
        session.removeAttribute(place);
        return Optional.of(ServerProperty.builder()
                .origin(origin)
                .rpId(rpId)
                .challenge(new DefaultChallenge(challenge))
                .build());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
