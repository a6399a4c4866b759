package id.lumbung.identity;

import id.lumbung.platform.LumbungSettings;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.stereotype.Component;

/**
 * Tells browsers to come by https only, for a year, when the public address is one; for the names below it too where the
 * regency has said that all of them are served so ({@code LUMBUNG_HSTS=subdomains}).
 */
@Component
public class StrictTransport {
    static final String SETTING = "lumbung.hsts";
    static final String HOST = "host";
    static final String SUBDOMAINS = "subdomains";

    private final boolean https;
    private final boolean subdomains;

    StrictTransport(LumbungSettings settings, @Value("${" + SETTING + ":" + HOST + "}") String reach) {
        this.https = settings.publicUrl().startsWith("https:");
        this.subdomains = reach.strip().equals(SUBDOMAINS);
    }

    /** Puts the header into every answer of a chain. */
    public void in(HeadersConfigurer<?> headers) {
        if (https) {
            headers.httpStrictTransportSecurity(strict -> strict.requestMatcher(request -> true)
                    .includeSubDomains(subdomains)
                    .maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }
}
