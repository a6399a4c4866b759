package id.lumbung.identity.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether whoever looks after accounts, regimes or reference data must show a second factor.
 *
 * @param secondFactor {@code required}, or {@code optional} where nothing real is kept, as in the demo
 */
@ConfigurationProperties("lumbung")
record SecondFactorSettings(@DefaultValue("required") Mode secondFactor) {
    enum Mode {
        REQUIRED,
        OPTIONAL
    }

    boolean required() {
        return secondFactor == Mode.REQUIRED;
    }
}
