package id.lumbung.platform.database;

import id.lumbung.platform.BackupSettings;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The embedded PostgreSQL of a process, begun while the application is still being put together. */
public final class EarlyDatabase {
    private final CompletableFuture<EmbeddedDatabase> database;

    private EarlyDatabase(CompletableFuture<EmbeddedDatabase> database) {
        this.database = database;
    }

    private static EarlyDatabase begin(Home home, BackupSettings backup) {
        return new EarlyDatabase(CompletableFuture.supplyAsync(
                () -> EmbeddedDatabase.start(home, backup.walArchive(home)),
                work -> Thread.ofPlatform().name("lumbung-postgres-start").start(work)));
    }

    /** Waits until it takes questions. */
    EmbeddedDatabase started() {
        try {
            return database.join();
        } catch (CompletionException problem) {
            if (problem.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw problem;
        }
    }

    private void close() throws IOException {
        if (!database.isCompletedExceptionally()) {
            started().close();
        }
    }

    /** Takes the home folder and begins, unless the database is elsewhere. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Binder settings = Binder.get(context.getEnvironment());
            LumbungSettings lumbung = settings.bindOrCreate("lumbung", LumbungSettings.class);
            if (lumbung.database() != null) {
                return;
            }
            Home home = new Home(Path.of(lumbung.home()));
            EarlyDatabase early = begin(home, settings.bindOrCreate("lumbung.backup", BackupSettings.class));
            // what is registered first is closed last
            DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
            beans.registerSingleton("home", home);
            beans.registerDisposableBean("home", home::close);
            beans.registerSingleton("earlyDatabase", early);
            beans.registerDisposableBean("earlyDatabase", early::close);
        }
    }
}
