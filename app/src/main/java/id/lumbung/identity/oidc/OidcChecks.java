package id.lumbung.identity.oidc;

import id.lumbung.platform.start.Finding;
import id.lumbung.platform.start.PlainAddress;
import id.lumbung.platform.start.StartCheck;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sign-in service: is it named completely, and does it describe itself under the very address that is set? While it is
 * away Lumbung starts all the same and says so, since people have passwords and keys besides.
 */
final class OidcChecks implements StartCheck {
    private static final String NAME = "LUMBUNG_OIDC_";
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<Finding> check(Environment settings) {
        OidcSettings oidc = Binder.get(settings)
                .bind("lumbung.oidc", OidcSettings.class)
                .orElseGet(() -> new OidcSettings(null, "lumbung", "", "SSO", List.of(), List.of()));
        String issuer = oidc.issuer();
        if (issuer == null || issuer.isBlank()) {
            boolean more = !oidc.clientSecret().isBlank()
                    || !oidc.secondFactorAmr().isEmpty()
                    || !oidc.secondFactorAcr().isEmpty();
            return more
                    ? List.of(Finding.warning(
                            NAME + "ISSUER",
                            "Belum diisi, jadi pengaturan LUMBUNG_OIDC_… yang lain tidak berlaku.",
                            "It is missing, so the other settings LUMBUNG_OIDC_… do nothing."))
                    : List.of();
        }
        List<Finding> findings = new ArrayList<>();
        URI address = address(issuer, findings);
        named("CLIENT_ID", oidc.clientId(), findings);
        named("CLIENT_SECRET", oidc.clientSecret(), findings);
        if (Stream.concat(oidc.secondFactorAmr().stream(), oidc.secondFactorAcr().stream())
                .anyMatch(value -> value.strip().equals("pwd"))) {
            findings.add(Finding.refusal(
                    NAME + "SECOND_FACTOR_AMR",
                    "pwd adalah kata sandi saja, bukan dua faktor. Hapus nilai itu.",
                    "pwd is a password alone and not two factors. Take it out."));
        }
        if (address != null && findings.isEmpty()) {
            Finding found = ask(issuer);
            if (found != null) {
                findings.add(found);
            }
        }
        return findings;
    }

    private static @Nullable URI address(String written, List<Finding> findings) {
        URI address = null;
        try {
            URI read = new URI(written);
            boolean plain = read.getScheme() != null
                    && read.getScheme().matches("https?")
                    && read.getHost() != null
                    && read.getRawQuery() == null
                    && read.getRawFragment() == null
                    && read.getRawUserInfo() == null;
            address = plain ? read : null;
        } catch (URISyntaxException notOne) {
            // said below
        }
        if (address == null) {
            findings.add(Finding.refusal(
                    NAME + "ISSUER",
                    "Ini bukan alamat layanan masuk. Tulis misalnya https://sso.example.go.id/realms/kantor, tanpa tanda tanya.",
                    "This is not the address of a sign-in service. Write one such as https://sso.example.go.id/realms/kantor,"
                            + " without a question mark."));
        } else if (PlainAddress.isInTheClear(address)) {
            findings.add(Finding.refusal(
                    NAME + "ISSUER",
                    "Alamat ini tanpa https, jadi siapa pun di jalan dapat masuk sebagai orang lain. Tulis https://"
                            + address.getHost() + ".",
                    "This address is without https, so that anybody on the way could get in as somebody else. Write https://"
                            + address.getHost() + "."));
        }
        return address;
    }

    private static void named(String setting, String value, List<Finding> findings) {
        if (value.isBlank()) {
            findings.add(Finding.refusal(
                    NAME + setting,
                    "Belum diisi, padahal LUMBUNG_OIDC_ISSUER menunjuk layanan masuk.",
                    "It is missing, while LUMBUNG_OIDC_ISSUER names a sign-in service."));
        }
    }

    /** What is wrong with the description that the service gives of itself. */
    private static @Nullable Finding ask(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + DESCRIPTION))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return away("status " + answer.statusCode());
            }
            String says =
                    JsonMapper.shared().readTree(answer.body()).path("issuer").asString("");
            return says.equals(issuer) ? null : another();
        } catch (JacksonException notADescription) {
            return away("no description");
        } catch (SSLException untrusted) {
            return away("TLS");
        } catch (IOException | IllegalArgumentException unreachable) {
            return away("no answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return away("no answer");
        }
    }

    private static Finding another() {
        return Finding.refusal(
                NAME + "ISSUER",
                "Layanan di alamat itu menyebut dirinya dengan alamat lain, jadi tidak seorang pun dapat masuk lewat sana. Salin"
                        + " nilai issuer dari keterangannya (" + DESCRIPTION + ").",
                "The service at that address calls itself by another one, so that nobody could sign in there. Copy the value"
                        + " issuer from its description (" + DESCRIPTION + ").");
    }

    private static Finding away(String how) {
        return Finding.warning(
                NAME + "ISSUER",
                "Layanan masuk sedang tidak menjawab (" + how
                        + "). Lumbung tetap berjalan; orang masuk dengan kata sandi atau kunci sandi sampai layanan itu kembali.",
                "The sign-in service does not answer just now (" + how
                        + "). Lumbung starts all the same; people sign in with password or passkey until it is back.");
    }
}
