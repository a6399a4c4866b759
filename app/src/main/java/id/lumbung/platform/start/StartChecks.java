package id.lumbung.platform.start;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Asks every {@link StartCheck} before the context is made. With {@code --lumbung.check=true} it says what it found and
 * ends there. A process that may not start ends with 78, which systemd is told not to try again.
 */
public final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** EX_CONFIG of sysexits.h. */
    static final int REFUSED = 78;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        boolean only = settings.getProperty("lumbung.check", Boolean.class, false);
        if (!only && settings.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        List<Finding> findings = findings(settings);
        boolean refused = findings.stream().anyMatch(Finding::refuses);
        print(findings, refused, only, System.err);
        if (refused || only) {
            System.exit(refused ? REFUSED : 0);
        }
    }

    static List<Finding> findings(Environment settings) {
        List<Finding> findings = new ArrayList<>(SettingsOfFile.findings(settings));
        for (StartCheck check :
                SpringFactoriesLoader.forDefaultResourceLocation().load(StartCheck.class)) {
            findings.addAll(check.check(settings));
        }
        return findings;
    }

    private static void print(List<Finding> findings, boolean refused, boolean only, PrintStream out) {
        findings.forEach(out::println);
        if (refused) {
            out.println("Lumbung tidak dijalankan. / Lumbung does not start.");
        } else if (only) {
            out.println("Pengaturan dapat dipakai. / The settings can be used.");
        }
    }
}
