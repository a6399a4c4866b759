package id.lumbung.platform.database;

import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** As much of the office as a command beside the server needs, with the rights of the application. */
public final class CommandOffice {
    private CommandOffice() {}

    /** What every such command needs; not found by the scan of the office itself. */
    @EnableConfigurationProperties({LumbungSettings.class, KeySettings.class})
    @EnableTransactionManagement
    public static class Ground {
        @Bean
        Clock clock() {
            return Clock.system(Texts.ZONE);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new SightTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        Vault vault(Home home, KeySettings keys) {
            return new Vault(home, MasterKeys.open(keys, home));
        }
    }

    /** @param parts what this command needs besides */
    public static ConfigurableApplicationContext open(Class<?> parts, Path home, CommandDatabase database) {
        return new SpringApplicationBuilder(Ground.class, parts)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(started -> {
                    started.getBeanFactory().registerSingleton("home", Home.beside(home));
                    started.getBeanFactory().registerSingleton("dataSource", database.application());
                })
                .run();
    }
}
