package id.lumbung.identity.signin;

import id.lumbung.identity.Accounts;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.key.Vault;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A device on which the owner of a name has signed in keeps a cookie that says so. It opens nothing; it only spares the
 * owner the delays that strangers' guesses bring about (OWASP: device cookies). One for each name, since the computer at
 * the counter has several users.
 */
@Component
class Devices {
    private static final Duration LIFE = Duration.ofDays(180);
    private static final int NONCE_BYTES = 16;
    private static final int MARK_BYTES = 32;

    private final Vault vault;
    private final boolean https;
    private final SecureRandom random = new SecureRandom();

    Devices(Vault vault, LumbungSettings settings) {
        this.vault = vault;
        this.https = settings.publicUrl().startsWith("https:");
    }

    /** The device, when the name has signed in on it before. */
    byte @Nullable [] known(HttpServletRequest request, String signInName) {
        String name = Accounts.normalised(signInName);
        List<String> wanted = vault.fingerprints("device-name", name).stream()
                .map(this::cookieName)
                .toList();
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> wanted.contains(cookie.getName()))
                .map(cookie -> checked(cookie.getValue(), name))
                .filter(nonce -> nonce.length > 0)
                .findFirst()
                .orElse(null);
    }

    void remember(String signInName, HttpServletResponse response) {
        String name = Accounts.normalised(signInName);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] value = Arrays.copyOf(nonce, NONCE_BYTES + MARK_BYTES);
        System.arraycopy(vault.fingerprint("device", marked(name, nonce)), 0, value, NONCE_BYTES, MARK_BYTES);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(
                                cookieName(vault.fingerprint("device-name", name)),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(value))
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .maxAge(LIFE)
                        .build()
                        .toString());
    }

    private byte[] checked(String value, String name) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(value.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException forged) {
            return new byte[0];
        }
        if (bytes.length != NONCE_BYTES + MARK_BYTES) {
            return new byte[0];
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] mark = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        boolean ours = vault.fingerprints("device", marked(name, nonce)).stream()
                .anyMatch(made -> MessageDigest.isEqual(made, mark));
        return ours ? nonce : new byte[0];
    }

    private static String marked(String name, byte[] nonce) {
        return name + "\u0000" + HexFormat.of().formatHex(nonce);
    }

    private String cookieName(byte[] name) {
        return (https ? "__Host-" : "") + "lumbung-perangkat-" + HexFormat.of().formatHex(name, 0, 6);
    }
}
