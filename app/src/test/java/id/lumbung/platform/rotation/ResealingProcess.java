package id.lumbung.platform.rotation;

import com.zaxxer.hikari.HikariDataSource;
import id.lumbung.platform.Home;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeyRing;
import id.lumbung.platform.key.LocalMasterKey;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.Vault;
import id.lumbung.registry.text.RegistrySeals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that rotates keys until there is nothing to do, and says each step; it is killed in between. */
final class ResealingProcess {
    private ResealingProcess() {}

    static final String MASTER = "bHVtYnVuZyBsdW1idW5nIGx1bWJ1bmcgbHVtYnVuZyE";

    static MasterKey master() {
        return new LocalMasterKey(MASTER, "a test");
    }

    static KeyRotator rotator(HikariDataSource owner, Home home) {
        Vault vault = new Vault(home, master());
        return new KeyRotator(
                owner,
                new KeyRing(home, master()),
                vault,
                new DocumentStore(home, vault),
                List.of(new RegistrySeals()),
                List.of(),
                20,
                Duration.ZERO);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (HikariDataSource owner = new HikariDataSource()) {
            owner.setJdbcUrl(arguments[0]);
            owner.setUsername(arguments[1]);
            owner.setPassword(arguments[2]);
            owner.setMaximumPoolSize(1);
            KeyRotator rotator = rotator(owner, Home.beside(Path.of(arguments[3])));
            KeyRotator.Outcome outcome;
            do {
                outcome = rotator.step();
                System.out.println(outcome);
            } while (outcome != KeyRotator.Outcome.NOTHING);
        }
    }
}
