package id.lumbung.identity.audit;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After all migrations and before the first request: a watch on every table that has none yet. */
@Component
class AuditWatch implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);

    private final JdbcClient owner;

    AuditWatch(@FlywayDataSource DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    @Override
    public void afterSingletonsInstantiated() {
        int watched =
                owner.sql("select identity.audit_watch()").query(Integer.class).single();
        if (watched > 0) {
            LOG.info("the audit watches {} more tables", watched);
        }
    }
}
