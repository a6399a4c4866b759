package id.lumbung.matching.index;

import id.lumbung.intake.ListRecords;
import id.lumbung.linkage.Estimate;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.Texts;
import id.lumbung.platform.database.CommandDatabase;
import id.lumbung.platform.database.SightTransactionManager;
import id.lumbung.platform.key.KeySettings;
import id.lumbung.platform.key.MasterKeys;
import id.lumbung.platform.key.Vault;
import id.lumbung.reference.Regions;
import id.lumbung.registry.known.EnterpriseRecords;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./lumbung matches learn --home FOLDER}: learns on the office's own records, beside the process that serves. */
public final class LearnCommand {
    private static final String USAGE = "usage: matches learn [--home FOLDER]\n";

    private LearnCommand() {}

    /** As much of the office as learning needs; not found by the scan of the office itself. */
    @EnableConfigurationProperties({LumbungSettings.class, KeySettings.class})
    @EnableTransactionManagement
    @ComponentScan("id.lumbung.registry.text")
    @Import({EnterpriseRecords.class, ListRecords.class, Regions.class, Records.class, Weights.class, LearningRun.class
    })
    static class Beside {
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

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length != 3 || !arguments[0].equals("learn") || !arguments[1].equals("--home")) {
            out.print(USAGE);
            return 2;
        }
        Path home = Path.of(arguments[2]);
        try (CommandDatabase database = CommandDatabase.open(home);
                ConfigurableApplicationContext context = new SpringApplicationBuilder(Beside.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .initializers(started -> {
                            started.getBeanFactory().registerSingleton("home", Home.beside(home));
                            started.getBeanFactory().registerSingleton("dataSource", database.application());
                        })
                        .run()) {
            LearningRun.Learned learned = context.getBean(LearningRun.class).learn();
            Estimate estimate = learned.estimate();
            out.printf(
                    Locale.ROOT,
                    "Learned from %d records and %d judgements. Of the links some %.1f %% are right, and they are some %.1f %% of"
                            + " all that are the same.%nEvery record is now compared anew.%n",
                    learned.records(),
                    learned.judged(),
                    100 * estimate.precision(),
                    100 * estimate.recall());
            return 0;
        } catch (IOException | UncheckedIOException | IllegalStateException problem) {
            out.println("Nothing was learned: " + problem.getMessage());
            return 2;
        }
    }
}
