package id.lumbung.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import id.lumbung.platform.BackupSettings;
import id.lumbung.platform.Home;
import id.lumbung.platform.LumbungSettings;
import id.lumbung.platform.LumbungSettings.ExternalDatabase;
import id.lumbung.platform.LumbungSettings.Login;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Two ways into one database: the owner migrates, the application serves and is held by row-level security.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Where the database is; closing it stops an embedded server after the pools. */
    @SuppressWarnings("try") // what stops a server may be interrupted, and says so
    record Connections(String url, Login owner, Login app, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    @Bean
    Connections connections(
            LumbungSettings settings, BackupSettings backup, Home home, ObjectProvider<EarlyDatabase> early) {
        ExternalDatabase external = settings.database();
        if (external != null) {
            return new Connections(external.url(), external.owner(), external.app(), () -> {});
        }
        EarlyDatabase begun = early.getIfAvailable();
        EmbeddedDatabase embedded =
                begun == null ? EmbeddedDatabase.start(home, backup.walArchive(home)) : begun.started();
        return new Connections(
                embedded.url("lumbung"),
                new Login("lumbung_owner", home.secret("lumbung_owner.password")),
                new Login("lumbung_app", home.secret("lumbung_app.password")),
                embedded);
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(Connections connections) {
        return pool("app", connections.url(), connections.app(), 20);
    }

    @Bean(destroyMethod = "close")
    @FlywayDataSource
    HikariDataSource ownerDataSource(Connections connections) {
        HikariDataSource pool = pool("owner", connections.url(), connections.owner(), 2);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new SightTransactionManager(dataSource);
    }

    private static HikariDataSource pool(String name, String url, Login login, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("lumbung-" + name);
        pool.setJdbcUrl(url);
        pool.setUsername(login.username());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(2);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "lumbung");
        // the details of an error repeat the row that broke a rule, which must not get into the log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
