package id.lumbung.identity.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who must show a second factor.
 *
 * @param secondFactor {@code required}: whoever looks after accounts, regimes, reference data or keys; {@code everyone}; or
 *     {@code optional}: nobody, where nothing real is kept, as in the demo
 */
@ConfigurationProperties("lumbung")
record SecondFactorSettings(@DefaultValue("required") Mode secondFactor) {
    enum Mode {
        REQUIRED,
        EVERYONE,
        OPTIONAL
    }
}
