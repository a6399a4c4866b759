package id.lumbung.platform.rotation;

import id.lumbung.platform.Home;
import id.lumbung.platform.document.DocumentStore;
import id.lumbung.platform.key.KeyRing;
import id.lumbung.platform.key.MasterKey;
import id.lumbung.platform.key.OwnKeys;
import id.lumbung.platform.key.SealedTables;
import id.lumbung.platform.key.Vault;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RotationConfiguration {

    @Bean
    KeyRing keyRing(Home home, MasterKey master) {
        return new KeyRing(home, master);
    }

    @Bean
    KeyRotator keyRotator(
            @FlywayDataSource DataSource owner,
            KeyRing ring,
            Vault vault,
            DocumentStore documents,
            List<SealedTables> sealed,
            List<OwnKeys> ownKeys) {
        return new KeyRotator(owner, ring, vault, documents, sealed, ownKeys);
    }

    @Bean
    KeyRotationJob keyRotationJob(JdbcClient database, Vault vault, KeyRotator rotator) {
        return new KeyRotationJob(database, vault, rotator);
    }
}
